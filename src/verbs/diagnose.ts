import { type Source, sourcesOf } from '../collect/index.ts';
import type { Diagnosis } from '../core/types.ts';
import { isInputError, UsageError } from '../errors.ts';
import { type ExitCode, exitCodeFor, exitCodeOf } from '../exit-code.ts';
import { lookOf } from '../look.ts';
import type { Options } from '../options.ts';
import { reports, summaryOf } from '../report/index.ts';
import { extraRules, rulebookWith } from '../rulebook/load.ts';
import type { World } from '../world.ts';
import { type Closed, type Desk, judgeLive, judgeLog, withoutOffer } from './diagnose/case.ts';
import { canOffer, offerFix } from './diagnose/offer.ts';
import { openTape } from './diagnose/tape.ts';
import { witnessesFor } from './diagnose/witness.ts';

/** Each input is said as soon as it is known; only --json waits for all of them, as it is one text. */
const diagnoseAll = async (sources: readonly Source[], desk: Desk): Promise<ExitCode> => {
  const { options, world } = desk;
  const look = lookOf(options, world);
  const several = sources.length > 1;
  const codes: ExitCode[] = [];
  const done: Diagnosis[] = [];

  const tell = ({ diagnosis, host }: Closed): void => {
    codes.push(exitCodeFor(diagnosis));
    done.push(diagnosis);
    if (several && options.format === 'text')
      world.stdout.write(`${done.length > 1 ? '\n' : ''}== ${diagnosis.input}\n\n`);
    if (options.format !== 'json')
      world.stdout.write(reports[options.format]([diagnosis], { ...look, ...(host !== undefined && { host }) }));
  };

  if (sources.length === 0) {
    const closed = await judgeLive(desk);
    const isOffered = canOffer(closed, options, world);
    tell(isOffered ? withoutOffer(closed) : closed);
    if (isOffered) return (await offerFix(closed, options, world)) ?? exitCodeOf(codes);
  }
  for (const source of sources) {
    try {
      tell((await judgeLog(source, desk)) ?? (await judgeLive(desk)));
    } catch (error) {
      if (!isInputError(error) || !several) throw error;
      world.stderr.write(`docker-why: ${error.message}: ${error.hint}\n`);
      codes.push(2);
    }
  }
  if (options.format === 'json') world.stdout.write(reports.json(done));
  if (options.format === 'text' && several) world.stdout.write(`\n${summaryOf(done, look)}`);
  return exitCodeOf(codes);
};

export const diagnose = async (options: Options, world: World): Promise<ExitCode> => {
  const rulebook = rulebookWith(await extraRules(options.rules));
  const witnesses = witnessesFor(options, world);
  try {
    const sources = sourcesOf(options.operands, world.stdin);
    if (options.record !== undefined && sources.length > 1)
      throw new UsageError('--record takes one input', 'name one log, or none for this host');
    const tape = options.record === undefined ? {} : { tape: openTape(world) };
    return await diagnoseAll(sources, { rulebook, options, world, witnesses, ...tape });
  } finally {
    await witnesses.close();
  }
};
