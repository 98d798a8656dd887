#!/usr/bin/env node
import { isKnown } from './errors.ts';
import { type Options, readOptions } from './options.ts';
import { safeText } from './report/safe-text.ts';
import { run } from './run.ts';
import { standardError, standardIn, standardOut } from './standard.ts';

const stderr = standardError();

/** A log that is read takes no signal of its own; a command that is run gets its signals itself. */
const mindsInterrupt = ({ verb, operands, host, root }: Options, isTerminal: boolean): boolean =>
  verb !== 'run' &&
  (verb !== 'diagnose' || isTerminal || operands.length > 0 || host !== undefined || root !== undefined);

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  const stdin = standardIn();
  if (mindsInterrupt(options, stdin.isTTY === true)) process.on('SIGINT', () => process.exit(130));
  process.exitCode = await run(options, { stdin, stdout: standardOut(), stderr, env: process.env, now: Date.now() });
};

main().catch((error: unknown) => {
  if (!isKnown(error)) throw error;
  stderr.write(`${safeText(`docker-why: ${error.message}: ${error.hint}`)}\n`);
  process.exitCode = 2;
});
