import { type Help, parseHelp } from '../parse/help.ts';
import { parseValidation, type Validation } from '../parse/validation.ts';
import { parseVersion } from '../parse/version.ts';
import { outputOf } from './file.ts';
import { ask, type Inquiry } from './inquiry.ts';
import { isWhole, type Settings } from './settings.ts';

/** 20 of 20.10.24; nothing where no dockerd can be run. */
export function* dockerdMajor(): Inquiry<number | undefined> {
  const text = yield* outputOf(['dockerd', '--version']);
  return text === undefined ? undefined : parseVersion(text)?.major;
}

export function* dockerdHelp(): Inquiry<Help | undefined> {
  const text = yield* outputOf(['dockerd', '--help']);
  return text === undefined ? undefined : parseHelp(text);
}

/** The dockerd of the PATH is the one of the unit only where packages and the usual hands put it. */
const usual = /^(?:\/usr)?(?:\/local)?\/s?bin\/dockerd$/;

/** `dockerd --validate` with the flags of the unit: it reads, and starts nothing. */
export function* dockerdValidation(
  { command, file }: Settings,
  keys: readonly string[],
): Inquiry<Validation | undefined> {
  if (command === undefined || !usual.test(command.program) || !isWhole(command)) return undefined;
  const named = command.args.some((arg) => arg.startsWith('--config-file'));
  const argv = ['dockerd', '--validate', ...command.args, ...(named ? [] : ['--config-file', file.path])];
  const reply = yield* ask({ read: 'output', argv });
  return reply.known ? parseValidation(reply.code, reply.stderr, keys) : undefined;
}
