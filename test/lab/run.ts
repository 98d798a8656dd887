import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jobsOf, oneGlob, orRefuse, suitesOf } from './arguments.ts';
import type { NamedFault } from './fault/fault.ts';
import { chooseFaults, loadFaults } from './fault/load.ts';
import { ticketOf } from './fault/recording.ts';
import { causesWithRule, type Tool } from './fault/tool.ts';
import { nothingSeen, type Trial, tryFault } from './fault/trial.ts';
import { gate } from './gate.ts';
import { LabError } from './guest/can-run.ts';
import type { SuiteName } from './guest/suites.ts';
import { runMatrix } from './matrix.ts';
import { failureOf, tableOf } from './table.ts';
import { withTool } from './with-tool.ts';

const options = {
  suites: { type: 'string', default: 'bookworm,trixie' },
  faults: { type: 'string', default: '**' },
  jobs: { type: 'string', default: '2' },
  gate: { type: 'boolean', default: false },
  keep: { type: 'string' },
  rotated: { type: 'boolean', default: false },
} as const;

const say = (line: string): void => console.error(line);

const announce = (trial: Trial, hasRule: boolean): void => {
  const failure = failureOf(trial, hasRule);
  const word = failure ?? (hasRule ? 'ok' : 'no rule yet');
  const remarks = trial.remarks.length === 0 ? '' : `  [${trial.remarks.join('; ').replaceAll('\n', ' ')}]`;
  say(`${trial.suite} ${trial.fault.id}: ${word} (${trial.seconds.toFixed(1)} s)${remarks}`);
};

/** What a fault printed, as a ticket: to see why it was not diagnosed. */
const keep = async ({ fault, suite, recording }: Trial, folder: string): Promise<void> => {
  if (recording === undefined) return;
  await mkdir(folder, { recursive: true });
  const name = `${fault.id.replace('/', '-')}.${suite}.txt`;
  await writeFile(join(folder, name), ticketOf(recording, fault));
};

const conclude = (trials: readonly Trial[], suites: readonly SuiteName[], rules: ReadonlySet<string>): number => {
  const verdicts = trials.map((trial) => ({ trial, failure: failureOf(trial, rules.has(trial.fault.cause)) }));
  const failed = verdicts.filter(({ failure }) => failure !== undefined);
  const skipped = verdicts.filter(({ trial, failure }) => failure === undefined && !rules.has(trial.fault.cause));
  for (const line of tableOf(trials, suites, rules)) console.log(line);
  for (const { trial, failure } of failed)
    console.log(`FAILED ${trial.suite} ${trial.fault.id}: ${failure}: ${trial.remarks.join('; ')}`);
  for (const cause of new Set(skipped.map(({ trial }) => trial.fault.cause)))
    console.log(`skipped ${cause}: no rule yet`);
  const passed = trials.length - failed.length - skipped.length;
  console.log(
    `${passed} passed, ${failed.length} failed${skipped.length === 0 ? '' : `, ${skipped.length} skipped (no rule yet)`}`,
  );
  return failed.length === 0 && trials.length > 0 ? 0 : 1;
};

const runAll = async (argv: readonly string[], tool: Tool): Promise<number> => {
  const { values } = orRefuse(() => parseArgs({ args: [...argv], options }));
  const suites = suitesOf(values.suites);
  const faults = chooseFaults(await loadFaults(), values.gate ? gate : [oneGlob(values.faults)]);
  if (faults.length === 0) throw new LabError(`no fault fits ${values.faults}`);
  const jobs = jobsOf(values.jobs);
  const rules = causesWithRule(tool);
  const trials: Trial[] = [];
  const began = Date.now();
  const onTrial = async (trial: Trial): Promise<void> => {
    trials.push(trial);
    announce(trial, rules.has(trial.fault.cause));
    if (values.keep !== undefined) await keep(trial, values.keep);
  };
  const nothing = (fault: NamedFault, suite: SuiteName, remark: string, seconds: number): Trial => ({
    ...nothingSeen(fault, suite, remark),
    seconds,
  });
  const { rotated } = values;
  await runMatrix({
    ...{ suites, faults, jobs, tool, say, onTrial, nothing },
    tryFault: (guest, fault, app, before) => tryFault(guest, fault, app, before, rotated),
  });
  const code = conclude(trials, suites, rules);
  console.log(`${((Date.now() - began) / 60_000).toFixed(1)} minutes`);
  return code;
};

await withTool((tool) => runAll(process.argv.slice(2), tool));
