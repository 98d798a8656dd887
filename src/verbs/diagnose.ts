import { type Source, sourcesOf } from '../collect/index.ts';
import { accuse, diagnose as judge, openCase, openRulebook, type Rulebook } from '../core/diagnose.ts';
import type { Diagnosis } from '../core/types.ts';
import { InputError } from '../errors.ts';
import { type ExitCode, exitCodeFor, exitCodeOf } from '../exit-code.ts';
import { lookOf } from '../look.ts';
import type { Options } from '../options.ts';
import { reports, summaryOf } from '../report/index.ts';
import { extraRules, shippedRules } from '../rulebook/load.ts';
import type { World } from '../world.ts';

const readCase = async (source: Source, rulebook: Rulebook, now: number): Promise<Diagnosis> => {
  const open = openCase(source.name, rulebook);
  for await (const chunk of source.chunks()) open.reader.push(chunk);
  open.reader.end();
  return judge(open, accuse(open, now));
};

/** Each input is said as soon as it is known; only --json waits for all of them, as it is one text. */
export const diagnose = async (options: Options, world: World): Promise<ExitCode> => {
  const rulebook = openRulebook([...shippedRules(), ...(await extraRules(options.rules))]);
  const look = lookOf(options, world);
  const sources = sourcesOf(options.operands, world.stdin, options);
  const codes: ExitCode[] = [];
  const done: Diagnosis[] = [];

  const tell = (diagnosis: Diagnosis): void => {
    const several = sources.length > 1;
    if (several && options.format === 'text')
      world.stdout.write(`${done.length > 1 ? '\n' : ''}== ${diagnosis.input}\n\n`);
    if (options.format !== 'json') world.stdout.write(reports[options.format]([diagnosis], look));
  };

  for (const source of sources) {
    try {
      const diagnosis = await readCase(source, rulebook, world.now);
      codes.push(exitCodeFor(diagnosis));
      done.push(diagnosis);
      tell(diagnosis);
    } catch (error) {
      if (!(error instanceof InputError) || sources.length === 1) throw error;
      world.stderr.write(`docker-why: ${error.message}: ${error.hint}\n`);
      codes.push(2);
    }
  }
  if (options.format === 'json') world.stdout.write(reports.json(done));
  if (options.format === 'text' && sources.length > 1) world.stdout.write(`\n${summaryOf(done, look)}`);
  return exitCodeOf(codes);
};
