#!/usr/bin/env node
import { InputError, MendError, RuleError, UsageError } from './errors.ts';
import { readOptions } from './options.ts';
import { safeText } from './report/safe-text.ts';
import { run } from './run.ts';

type Known = UsageError | InputError | RuleError | MendError;

const isKnown = (error: unknown): error is Known =>
  [UsageError, InputError, RuleError, MendError].some((one) => error instanceof one);

const isClosedPipe = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE';

/** `| head` ends quietly, as every tool does. */
const endQuietly = (error: Error): void => {
  if (isClosedPipe(error)) process.exit(process.exitCode ?? 0);
  throw error;
};

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);

try {
  const { stdin, stdout, stderr, env } = process;
  const options = readOptions(process.argv.slice(2));
  // a command that is run gets its signals itself
  if (options.verb !== 'run') process.on('SIGINT', () => process.exit(130));
  process.exitCode = await run(options, { stdin, stdout, stderr, env, now: Date.now() });
} catch (error) {
  if (isClosedPipe(error)) process.exit(0);
  if (!isKnown(error)) throw error;
  process.stderr.write(`${safeText(`docker-why: ${error.message}: ${error.hint}`)}\n`);
  process.exitCode = 2;
}
