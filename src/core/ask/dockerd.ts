import { type Help, parseHelp } from '../parse/help.ts';
import { parseFlagError, parseValidation, type Validation } from '../parse/validation.ts';
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

/** The command line of the unit, where this host's dockerd can be asked about it. */
const askable = ({ command }: Settings): readonly string[] | undefined =>
  command !== undefined && usual.test(command.program) && isWhole(command) ? command.args : undefined;

/** `dockerd --validate` with the flags of the unit: it reads, and starts nothing. */
export function* dockerdValidation(settings: Settings, keys: readonly string[]): Inquiry<Validation | undefined> {
  const args = askable(settings);
  if (args === undefined) return undefined;
  // a file that is named has to be there
  const named = settings.file.state === 'missing' || args.some((arg) => arg.startsWith('--config-file'));
  const argv = ['dockerd', '--validate', ...args, ...(named ? [] : ['--config-file', settings.file.path])];
  const reply = yield* ask({ read: 'output', argv });
  return reply.known ? parseValidation(reply.code, reply.stderr, keys) : undefined;
}

/**
 * What dockerd says against its flags: every version takes them all in before it prints its
 * version and ends. Nothing where it says nothing.
 */
export function* flagObjection(settings: Settings): Inquiry<string | undefined> {
  const args = askable(settings);
  if (args === undefined || args.length === 0) return undefined;
  const reply = yield* ask({ read: 'output', argv: ['dockerd', '--version', ...args] });
  return reply.known && reply.code !== 0 ? parseFlagError(reply.stderr) : undefined;
}
