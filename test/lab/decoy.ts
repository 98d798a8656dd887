import { parseArgs } from 'node:util';
import { orRefuse, suiteNamed } from './arguments.ts';
import type { Step } from './fault/fault.ts';
import { healthOf, perform } from './fault/perform.ts';
import { cursorOf, journalSince } from './fault/recording.ts';
import { sh } from './fault/steps.ts';
import type { Tool } from './fault/tool.ts';
import { summary, whyLive, whyOf } from './fault/why.ts';
import { ensureBase } from './guest/base.ts';
import { assertCanRun, LabError } from './guest/can-run.ts';
import { down } from './guest/down.ts';
import { shell } from './guest/exec.ts';
import type { Guest } from './guest/registry.ts';
import { type Kind, type SuiteName, suites } from './guest/suites.ts';
import { up } from './guest/up.ts';
import { withTool } from './with-tool.ts';

interface Decoy {
  readonly name: string;
  readonly kind?: Kind;
  readonly use: readonly Step[];
}

const mayFail = (script: string): Step => ({ ...sh(script, 90), mayFail: true });

/** Many starts within a minute would meet the start limit. */
const restart = 'systemctl reset-failed docker; systemctl restart docker';

/** A host on which nothing is wrong with Docker, however much its containers complain. */
const decoys: readonly Decoy[] = [
  { name: 'exit-1', use: [mayFail('for i in 1 2 3; do docker run --rm alpine false; done')] },
  {
    name: 'words-of-trouble',
    use: [
      mayFail(
        [
          'docker run --rm --log-driver journald alpine echo "write /var/lib/docker/tmp/x: no space left on device"',
          'docker run --rm --log-driver journald alpine echo "level=fatal msg=\\"Error starting daemon: permission denied\\""',
          'docker run --rm --log-driver journald alpine sh -c "echo panic: runtime error: invalid memory address >&2; exit 2"',
        ].join('\n'),
      ),
    ],
  },
  { name: 'crash', use: [mayFail("docker run --rm alpine sh -c 'kill -SEGV $$'")] },
  { name: 'killed', use: [mayFail('docker run -d --name web alpine sleep 600; docker kill web; docker rm web')] },
  { name: 'restart', use: [sh(restart, 90)] },
  {
    name: 'debug-on',
    use: [
      sh(
        'echo \'{"debug": true}\' > /etc/docker/daemon.json; systemctl reset-failed docker; systemctl restart docker',
        90,
      ),
      mayFail('docker run --rm alpine false'),
    ],
  },
  {
    name: 'oom',
    kind: 'v1',
    use: [mayFail("docker run --rm -m 16m alpine sh -c 'dd if=/dev/zero of=/dev/null bs=200M count=1'")],
  },
];

const judge = async (guest: Guest, decoy: Decoy, tool: Tool, cursor: string): Promise<boolean> => {
  const log = await whyOf(tool, await journalSince(guest, cursor, ['-u', 'docker.service']));
  const live = await whyLive(guest);
  const well = typeof log !== 'string' && log.outcome === 'healthy';
  console.log(`${guest.suite} ${decoy.name}: ${well ? 'healthy' : `FAILED: ${summary(log)}`} (live: ${summary(live)})`);
  return well;
};

/** Each decoy has a journal that begins with a start of the daemon, as `journalctl -u docker -b` does. */
const runOne = async (guest: Guest, decoy: Decoy, tool: Tool): Promise<boolean> => {
  const cursor = await cursorOf(guest);
  await shell(guest, restart, 90);
  await perform(guest, decoy.use);
  const health = await healthOf(guest);
  if (!health.well) throw new LabError(`the decoy ${decoy.name} broke the guest: ${health.why}`);
  return judge(guest, decoy, tool, cursor);
};

const runKind = async (suite: SuiteName, kind: Kind, tool: Tool): Promise<readonly boolean[]> => {
  const mine = decoys.filter((decoy) => (decoy.kind ?? 'v2') === kind);
  if (mine.length === 0 || !suites[suite].kinds.includes(kind)) return [];
  const guest = await up({ name: `decoy-${process.pid}-${suite}-${kind}`, suite, kind, owned: true, tool });
  await healthOf(guest);
  const results: boolean[] = [];
  for (const decoy of mine) results.push(await runOne(guest, decoy, tool));
  await down(guest);
  return results;
};

const runAll = async (names: readonly SuiteName[], tool: Tool): Promise<number> => {
  const results: boolean[] = [];
  for (const suite of names) {
    assertCanRun(suite);
    await ensureBase(suites[suite], (line) => console.error(line));
    for (const kind of ['v2', 'v1'] as const) results.push(...(await runKind(suite, kind, tool)));
  }
  const failed = results.filter((well) => !well).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};

await withTool((tool) => {
  const { values } = orRefuse(() => parseArgs({ options: { suites: { type: 'string', default: 'bookworm,trixie' } } }));
  return runAll(
    values.suites.split(',').map((word) => suiteNamed(word)),
    tool,
  );
});
