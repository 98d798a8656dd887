import { parseArgs } from 'node:util';
import micromatch from 'micromatch';
import { jobsOf, oneGlob, orRefuse, suitesOf } from './arguments.ts';
import { chainFaults } from './chains.ts';
import { chooseFaults, loadFaults } from './fault/load.ts';
import { type Mending, mendFault, nothingMended } from './fault/mending.ts';
import type { Tool } from './fault/tool.ts';
import { LabError } from './guest/can-run.ts';
import type { SuiteName } from './guest/suites.ts';
import { runMatrix } from './matrix.ts';
import { gridOf, signs } from './table.ts';
import { withTool } from './with-tool.ts';

const options = {
  suites: { type: 'string', default: 'bookworm,trixie' },
  faults: { type: 'string', default: '**' },
  jobs: { type: 'string', default: '2' },
  gate: { type: 'boolean', default: false },
} as const;

/** Of each kind of step one or two: for each change. */
const gate: readonly string[] = [
  'chain/*',
  'config/unknown-directive.typo',
  'config/wrong-type.mirrors-string',
  'daemon/stale-pid-file.other-process',
  'userns/subid-range-missing.tutorial',
  'userns/max-user-namespaces.run',
  'systemd/unit-masked.service',
  'systemd/socket-group-missing.removed',
];

/** Where it did something it must have helped; and whatever it did, nothing of it is left. */
const failureOf = ({ mended, undone, healed }: Mending): string | undefined => {
  if (mended === 'no') return 'not mended';
  if (undone !== 'yes') return 'not undone to the byte';
  return healed === 'yes' ? undefined : 'not healed';
};

const announce = (trial: Mending): void => {
  const word = failureOf(trial) ?? (trial.mended === 'yes' ? 'ok' : 'for a person to mend');
  console.error(`${trial.suite} ${trial.fault.id}: ${word} (${trial.seconds.toFixed(1)} s)`);
  if (word !== 'ok') for (const remark of trial.remarks) console.error(`    ${remark.replaceAll('\n', '\n    ')}`);
};

const conclude = (trials: readonly Mending[], suites: readonly SuiteName[]): number => {
  console.log('signs: mended, undone to the byte, healed; + yes, - no, . for a person to mend, or not reached');
  const cell = ({ mended, undone, healed }: Mending): string => signs([mended, undone, healed]);
  for (const line of gridOf(trials, suites, cell)) console.log(line);
  const failed = trials.filter((trial) => failureOf(trial) !== undefined);
  for (const trial of failed) console.log(`FAILED ${trial.suite} ${trial.fault.id}: ${failureOf(trial)}`);
  const mended = trials.filter((trial) => failureOf(trial) === undefined && trial.mended === 'yes').length;
  console.log(`${mended} mended, ${trials.length - mended - failed.length} for a person, ${failed.length} failed`);
  return failed.length === 0 && mended > 0 ? 0 : 1;
};

const runAll = async (argv: readonly string[], tool: Tool): Promise<number> => {
  const { values } = orRefuse(() => parseArgs({ args: [...argv], options }));
  const suites = suitesOf(values.suites);
  const globs = values.gate ? gate : [oneGlob(values.faults)];
  // where only another command of the person helps, there is nothing to mend
  const single = chooseFaults(await loadFaults(), globs).filter(({ heal }) => heal.length > 0);
  const faults = [...single, ...chainFaults.filter(({ id }) => micromatch.isMatch(id, [...globs]))];
  if (faults.length === 0) throw new LabError(`no fault fits ${values.faults}`);
  const trials: Mending[] = [];
  const began = Date.now();
  const onTrial = async (trial: Mending): Promise<void> => {
    trials.push(trial);
    announce(trial);
  };
  const plan = { suites, faults, jobs: jobsOf(values.jobs), tool, say: (line: string) => console.error(line), onTrial };
  await runMatrix({ ...plan, tryFault: mendFault, nothing: nothingMended });
  const code = conclude(trials, suites);
  console.log(`${((Date.now() - began) / 60_000).toFixed(1)} minutes`);
  return code;
};

await withTool((tool) => runAll(process.argv.slice(2), tool));
