import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { orRefuse, suiteNamed } from './arguments.ts';
import { findFault, loadFaults, runsOn } from './fault/load.ts';
import { observeFault, perform } from './fault/perform.ts';
import { recordTo } from './fault/sample.ts';
import { dropTool, takeTool } from './fault/tool.ts';
import { ensureBase } from './guest/base.ts';
import { assertCanRun, LabError } from './guest/can-run.ts';
import { down, downAll, reap } from './guest/down.ts';
import { enterArgs } from './guest/exec.ts';
import { guarded } from './guest/guarded.ts';
import { findGuest, type Guest } from './guest/registry.ts';
import { isKind, type Kind, kinds, suiteNames, suites } from './guest/suites.ts';
import { up } from './guest/up.ts';
import { unproducible } from './unproducible.ts';

const usage = `npm run lab -- COMMAND
  up SUITE [--kind v2|v1|userns] [--name NAME]   boot a guest (${suiteNames.join(', ')})
  exec NAME [-- COMMAND...]                      a shell in it, or one command
  break FAULT [--on NAME]                        inject and observe it
  heal FAULT [--on NAME]                         mend it
  record FAULT --suite SUITE [--to DIR]          break a guest of its own and write a sample
  down NAME | down --all                         take it away
  list                                           the faults, and the causes that cannot be had here
  matrix                                         every fault on the four suites`;

const options = {
  on: { type: 'string' },
  name: { type: 'string' },
  kind: { type: 'string', default: 'v2' },
  suite: { type: 'string', default: 'bookworm' },
  to: { type: 'string', default: 'samples' },
  all: { type: 'boolean', default: false },
} as const;

const parse = (argv: readonly string[]) => {
  const cut = argv.indexOf('--');
  const [own, command] = cut < 0 ? [argv, []] : [argv.slice(0, cut), argv.slice(cut + 1)];
  return { ...orRefuse(() => parseArgs({ args: [...own], options, allowPositionals: true })), command };
};

type Given = ReturnType<typeof parse>['values'];
type Command = (operands: readonly string[], given: Given, argv: readonly string[]) => Promise<number>;

const say = (line: string): void => console.error(line);

const kindNamed = (word: string): Kind => {
  if (isKind(word)) return word;
  throw new LabError(`${word} is not a kind of guest: ${kinds.join(', ')}`);
};

const guestNamed = async (name: string | undefined): Promise<Guest> => {
  const guest = await findGuest(name);
  if (guest === undefined)
    throw new LabError(`no guest ${name === undefined ? 'runs' : `is named ${name}`}: npm run lab -- up bookworm`);
  return guest;
};

const upCommand: Command = async ([word], { kind, name }) => {
  const suite = suiteNamed(word);
  assertCanRun(suite);
  await reap();
  await ensureBase(suites[suite], say);
  const guest = await up({ name: name ?? suite, suite, kind: kindNamed(kind), owned: false });
  console.log(`${guest.name} is up: npm run lab -- exec ${guest.name} -- journalctl -u docker`);
  return 0;
};

const execCommand: Command = async ([name], _given, argv) => {
  const guest = await guestNamed(name);
  const command = argv.length === 0 ? ['bash', '-l'] : argv;
  const { exitCode } = await execa('nsenter', [...enterArgs(guest), ...command], { stdio: 'inherit', reject: false });
  return exitCode ?? 1;
};

const downCommand: Command = async ([name], { all }) => {
  if (!all) await down(await guestNamed(name));
  else for (const one of await downAll()) console.log(`${one} is down`);
  return 0;
};

const breakCommand: Command = async ([id = ''], { on }) => {
  const fault = await findFault(id);
  const guest = await guestNamed(on);
  await perform(guest, fault.inject);
  const { command, reply, broken } = await observeFault(guest, fault);
  console.log(`$ ${command}\n${reply.stdout}${reply.stderr}${broken ? `${fault.id} is in place` : 'nothing broke'}`);
  return broken ? 0 : 1;
};

const healCommand: Command = async ([id = ''], { on }) => {
  const fault = await findFault(id);
  const guest = await guestNamed(on);
  await perform(guest, fault.heal);
  const { healedOf } = await import('./fault/perform.ts');
  const { well, why } = await healedOf(guest, fault);
  console.log(well ? 'healed' : `not healed: ${why}`);
  return well ? 0 : 1;
};

const recordCommand: Command = async ([id = ''], { suite: word, to }) => {
  const fault = await findFault(id);
  const suite = suiteNamed(word);
  if (!runsOn(fault, suite)) throw new LabError(`${fault.id} cannot be had on ${suite}`);
  assertCanRun(suite);
  for (const base of [suite, ...(fault.borrows === undefined ? [] : [fault.borrows])])
    await ensureBase(suites[base], say);
  const tool = await takeTool();
  try {
    const guest = await up({ name: `record-${process.pid}`, suite, kind: fault.kind ?? 'v2', owned: true, tool });
    for (const path of await recordTo(guest, fault, to)) console.log(path);
  } finally {
    await dropTool(tool);
  }
  return 0;
};

const listCommand: Command = async () => {
  for (const fault of await loadFaults()) {
    const on = suiteNames.filter((suite) => runsOn(fault, suite)).join(' ');
    console.log(`${fault.id}  ${fault.kind ?? 'v2'}  ${on}`);
  }
  for (const [cause, reason] of Object.entries(unproducible)) console.log(`${cause}  not here: ${reason}`);
  return 0;
};

const matrixCommand: Command = async () => {
  const run = new URL('./run.ts', import.meta.url).pathname;
  const args = ['--import', 'tsx', run, '--suites', 'bullseye,bookworm,trixie,forky'];
  const { exitCode } = await execa(process.execPath, args, { stdio: 'inherit', reject: false });
  return exitCode ?? 1;
};

const commands: Readonly<Record<string, Command>> = {
  up: upCommand,
  exec: execCommand,
  down: downCommand,
  break: breakCommand,
  heal: healCommand,
  record: recordCommand,
  list: listCommand,
  matrix: matrixCommand,
};

await guarded(async () => {
  const { values, positionals, command: argv } = parse(process.argv.slice(2));
  const [word = 'help', ...operands] = positionals;
  const command = commands[word];
  if (command === undefined) {
    if (word !== 'help') throw new LabError(`${word} is not a command\n${usage}`);
    console.log(usage);
    return 0;
  }
  if (command !== listCommand) assertCanRun();
  return command(operands, values, argv);
});
