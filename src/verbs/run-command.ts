import { type Ran, runCommand } from '../collect/command/index.ts';
import { openCase } from '../core/diagnose.ts';
import { quoteArgv } from '../core/shell-words.ts';
import { lookOf } from '../look.ts';
import type { Options } from '../options.ts';
import { reports, safeText } from '../report/index.ts';
import { extraRules, rulebookWith } from '../rulebook/load.ts';
import type { World } from '../world.ts';
import { type Closed, closeCase, type Desk, withoutOffer } from './diagnose/case.ts';
import { journalctlFor, logsOf, sceneOf } from './diagnose/live.ts';
import { canOffer, offerFix } from './diagnose/offer.ts';
import { witnessesFor } from './diagnose/witness.ts';

const terminalOf = ({ stderr }: World) =>
  stderr.isTTY === true && stderr.columns !== undefined && stderr.rows !== undefined
    ? { terminal: { columns: stderr.columns, rows: stderr.rows } }
    : {};

/** What the command said, and the journal of that moment. */
const judgeRun = async (
  { stderr }: Ran,
  began: number,
  { options, rulebook, witnesses, world }: Desk,
): Promise<Closed> => {
  const open = openCase('stderr', rulebook);
  open.reader.push(stderr);
  open.reader.end();
  if (options.noHost) return closeCase(open, undefined, world.now);
  const host = await witnesses.named();
  const scene = await sceneOf(host, options, world.now);
  const since = `@${Math.floor(began / 1000)}`;
  const reader = open.readerFor('journal');
  const logs = await logsOf(await journalctlFor(host, options, world), host, { ...options, since }, scene);
  for (const chunk of logs.chunks) reader.push(chunk);
  reader.end();
  return closeCase(open, { host, scene, live: true }, world.now);
};

/** Its own failure is none of Docker's business. */
const ownFailure = (command: readonly string[], { code }: Ran): string =>
  `docker-why: ${safeText(quoteArgv(command))} ended with ${code}; nothing that it printed, and nothing in Docker's journal of that moment, shows a fault of Docker.\n`;

/** Only the command itself shows whether the mend helped. */
const mendAndRunAgain = async (closed: Closed, { code }: Ran, options: Options, world: World): Promise<number> => {
  const mended = await offerFix(closed, options, world);
  if (mended === undefined || mended === 130) return code;
  const { agrees } = await import('./fix.ts');
  const again = await agrees(`Run ${safeText(quoteArgv(options.command))} again?`, options, world);
  return again ? runCommandVerb(options, world) : code;
};

/** The report goes to standard error: standard output is the command's own. Exits as the command did. */
export const runCommandVerb = async (options: Options, world: World): Promise<number> => {
  const { command } = options;
  const began = Date.now();
  const ran = await runCommand(command, {
    env: world.env,
    ...terminalOf(world),
    onStderr: (chunk) => world.stderr.write(chunk),
  });
  // 130: the person broke it off
  if (ran.code === 0 || ran.code === 130) return ran.code;
  const rulebook = rulebookWith(await extraRules(options.rules));
  const witnesses = witnessesFor(options, world);
  try {
    return await tellRun(await judgeRun(ran, began, { rulebook, options, world, witnesses }), ran, options, world);
  } finally {
    await witnesses.close();
  }
};

/** The offer comes while the host is still connected. */
const tellRun = async (closed: Closed, ran: Ran, options: Options, world: World): Promise<number> => {
  const isOffered = canOffer(closed, options, world);
  const { diagnosis, host } = isOffered ? withoutOffer(closed) : closed;
  const look = lookOf(options, { ...world, stdout: world.stderr });
  world.stderr.write(
    diagnosis.outcome === 'found'
      ? `\n${reports[options.format]([diagnosis], { ...look, ...(host !== undefined && { host }) })}`
      : ownFailure(options.command, ran),
  );
  return isOffered ? mendAndRunAgain(closed, ran, options, world) : ran.code;
};
