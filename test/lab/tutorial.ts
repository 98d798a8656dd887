import { parseArgs } from 'node:util';
import { orRefuse, suiteNamed } from './arguments.ts';
import type { NamedFault, Step } from './fault/fault.ts';
import { findFault } from './fault/load.ts';
import { observeFault, perform } from './fault/perform.ts';
import { cursorOf, recordFault, ticketOf } from './fault/recording.ts';
import { daemonJson, importImage, onRestart, run, sh, subids, sysctl } from './fault/steps.ts';
import type { Tool } from './fault/tool.ts';
import { isRight, summary, whyLive, whyOf, whyPiped } from './fault/why.ts';
import { ensureBase } from './guest/base.ts';
import { assertCanRun } from './guest/can-run.ts';
import { down } from './guest/down.ts';
import { shell } from './guest/exec.ts';
import type { Guest } from './guest/registry.ts';
import { type SuiteName, suites } from './guest/suites.ts';
import { up } from './guest/up.ts';
import { withTool } from './with-tool.ts';

/** The story that docker-why was made for, from the first failed restart to `docker info` with the remapped root. */
const config = { bip: '172.18.0.1/24', debug: true, 'storage-driver': 'overlay2', 'userns-remap': '1000:1000' };

interface Chapter {
  readonly title: string;
  readonly does: readonly Step[];
  /** A failure with this cause; without one, all must be well. */
  readonly fails?: Pick<NamedFault, 'cause' | 'observe' | 'lang' | 'also'>;
  readonly shows?: { readonly command: string; readonly has: string };
}

const chapters = (lang: string): readonly Chapter[] => [
  {
    title: 'userns-remap 1000:1000, and no user has that id',
    does: [daemonJson(config)],
    fails: { cause: 'userns/remap-user-missing', observe: onRestart, lang },
  },
  {
    title: 'the user is there, and has no ranges',
    does: [
      sh("useradd -m -u 1000 centos77; sed -i '/^centos77:/d' /etc/subuid /etc/subgid; systemctl reset-failed docker"),
    ],
    fails: { cause: 'userns/subid-range-missing', observe: onRestart, lang },
  },
  {
    title: 'the ranges are there',
    does: [
      subids('centos77:100000:65536'),
      sh('systemctl reset-failed docker; systemctl restart docker', 90),
      importImage,
    ],
    shows: { command: 'docker info --format "{{.DockerRootDir}}"', has: '/var/lib/docker/100000.100000' },
  },
  {
    title: 'docker run, with user.max_user_namespaces at 0',
    does: [sysctl('user.max_user_namespaces', 0)],
    fails: {
      cause: 'userns/max-user-namespaces',
      observe: run('alpine true'),
      lang,
    },
  },
  {
    title: 'the limit is raised',
    does: [sysctl('user.max_user_namespaces', 28633)],
    shows: { command: 'docker run --rm alpine id -u', has: '0' },
  },
];

const pass = (title: string, right: boolean, remark: string): boolean => {
  console.log(`${right ? 'ok    ' : 'FAILED'} ${title}${remark === '' ? '' : `: ${remark}`}`);
  return right;
};

/** From the log alone the limit is one of several causes: it need only be among the findings. */
const tellsFrom = async (tool: Tool, text: string, fault: NamedFault): Promise<boolean> => {
  const diagnosed = await whyOf(tool, text);
  if (isRight(diagnosed, fault)) return true;
  return typeof diagnosed !== 'string' && diagnosed.findings.some(({ cause }) => cause === fault.cause);
};

const readFailure = async (guest: Guest, chapter: Chapter, fault: NamedFault, tool: Tool): Promise<boolean> => {
  const cursor = await cursorOf(guest);
  await perform(guest, chapter.does);
  const observed = await observeFault(guest, fault);
  const recording = await recordFault(guest, fault, observed, cursor);
  const live = await ('restart' in fault.observe ? whyLive(guest) : whyPiped(guest, recording.stderr));
  const seen = pass(`${chapter.title}: it fails`, observed.broken, observed.broken ? '' : 'it does not');
  const told = pass(`${chapter.title}: the log`, await tellsFrom(tool, ticketOf(recording, fault), fault), '');
  const lives = pass(`${chapter.title}: live`, isRight(live, fault), summary(live));
  return seen && told && lives;
};

const readSuccess = async (guest: Guest, { title, does, shows }: Chapter): Promise<boolean> => {
  await perform(guest, does);
  if (shows === undefined) return true;
  const { stdout, stderr } = await shell(guest, shows.command);
  return pass(title, stdout.trim() === shows.has, `${stdout.trim()}${stderr.trim()}`);
};

const tell = async (guest: Guest, lang: string, tool: Tool): Promise<boolean> => {
  const empty = await findFault('userns/remap-user-missing.tutorial');
  const results: boolean[] = [];
  for (const chapter of chapters(lang)) {
    const { fails } = chapter;
    const fault = fails === undefined ? undefined : { ...empty, also: [], ...fails };
    results.push(await (fault === undefined ? readSuccess(guest, chapter) : readFailure(guest, chapter, fault, tool)));
  }
  return results.every((well) => well);
};

const tellAll = async (names: readonly SuiteName[], tool: Tool): Promise<number> => {
  const results: boolean[] = [];
  for (const [index, suite] of names.entries()) {
    assertCanRun(suite);
    await ensureBase(suites[suite], (line) => console.error(line));
    const lang = index === 0 ? 'ko_KR.UTF-8' : 'C.UTF-8';
    console.log(`# ${suite}, ${lang}`);
    const guest = await up({ name: `tutorial-${process.pid}-${suite}`, suite, kind: 'userns', owned: true, tool });
    results.push(await tell(guest, lang, tool));
    await down(guest);
  }
  return results.every((well) => well) ? 0 : 1;
};

await withTool((tool) => {
  const { values } = orRefuse(() => parseArgs({ options: { suites: { type: 'string', default: 'bookworm,trixie' } } }));
  return tellAll(
    values.suites.split(',').map((word) => suiteNamed(word)),
    tool,
  );
});
