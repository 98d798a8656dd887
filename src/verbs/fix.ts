import type { Rule } from '../core/types.ts';
import { MendError, UsageError } from '../errors.ts';
import { lookOf } from '../look.ts';
import type { Options } from '../options.ts';
import { safeText } from '../report/index.ts';
import type { World } from '../world.ts';
import type { Closed } from './diagnose/case.ts';
import { type Bench, openBench, talkOn } from './fix/bench.ts';
import { checkHost } from './fix/patient.ts';
import { offerRest } from './fix/perform.ts';
import { ruleNamed } from './fix/plans.ts';
import { type Before, round } from './fix/round.ts';

/** Faults come in chains; more than this in one conversation is a sign that nothing helps. */
const mostRounds = 6;

/** 0 mended · 1 found and not mended · 130 cancelled. */
export type Mended = 0 | 1 | 130;

/** Finds the cause, mends it, and looks whether it helped; the next cause of a chain may follow. */
const mend = async (named: Rule | undefined, first: Before, bench: Bench): Promise<Mended> => {
  const { say } = bench;
  let before = first;
  for (let turn = 0; turn < mostRounds; turn += 1) {
    const { round: result, ...after } = await round(turn === 0 ? named : undefined, before, bench);
    if (result === 'cancelled') return 130;
    if (result === 'well') return 0;
    if (result === 'mended') {
      say('\nDocker is up, and stays up.\n');
      return 0;
    }
    if (result === 'unproven')
      say('\nDocker is up, as it was before. Run again what failed: only that shows whether it helped.\n');
    if (result !== 'again') return 1;
    before = after;
    say('\nDocker is not up yet; looking again.\n\n');
  }
  say('That was not all, and docker-why stops here.\n');
  return 1;
};

const checkOptions = (options: Options): void => {
  const { operands, format } = options;
  if (operands.length > 1) throw new UsageError('fix takes one cause', 'docker-why fix CAUSE, or docker-why fix');
  checkHost(options, 'fix');
  if (format !== 'text')
    throw new UsageError(
      'fix speaks to a person',
      'docker-why --json tells a program what is wrong and how to mend it',
    );
};

const orSay = async (world: World, work: () => Promise<Mended>): Promise<Mended> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof MendError)) throw error;
    world.stderr.write(`${safeText(`docker-why: ${error.message}: ${error.hint}`)}\n`);
    return 1;
  }
};

/** What can be seen without a password; else it is looked at once there are hands. */
const offerRestAtOnce = async (bench: Bench): Promise<boolean> => {
  const { patient, options } = bench;
  const hands =
    patient.hands() ?? ((await patient.rights(options.user)) === 'own' ? await patient.reach('own') : undefined);
  return hands !== undefined && (await offerRest(hands, bench));
};

/** `docker-why fix [CAUSE]`. */
export const fix = async (options: Options, world: World): Promise<number> => {
  checkOptions(options);
  const bench = await openBench(options, world);
  try {
    const [id] = options.operands;
    const named = id === undefined ? undefined : ruleNamed(id, bench.rules);
    return await orSay(world, async () => {
      await offerRestAtOnce(bench);
      return mend(named, {}, bench);
    });
  } finally {
    await bench.patient.close();
  }
};

/** A question at the end of a report; No is the default. */
export const agrees = async (question: string, options: Options, world: World): Promise<boolean> =>
  (await (await talkOn(lookOf(options, world))).agree(question)) === true;

/** The same, after a diagnosis that the person has read. */
export const fixFound = async (closed: Closed, options: Options, world: World): Promise<Mended> => {
  const bench = await openBench(options, world, closed.witness?.host.itself);
  try {
    return await orSay(world, async () => {
      // what was read no longer holds where something was taken back
      const isOld = bench.patient.hands() === undefined && (await offerRestAtOnce(bench));
      return mend(undefined, isOld ? {} : { closed }, bench);
    });
  } finally {
    await bench.patient.close();
  }
};
