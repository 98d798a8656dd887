import { MendError } from '../../errors.ts';

const known: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  EACCES: 'permission denied',
  EPERM: 'not permitted (an immutable file?)',
  EDQUOT: 'the quota is used up',
  EBUSY: 'it is in use, or a mount',
};

/** What went wrong, for a person. */
export const failureWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const words = known[code];
  if (words === undefined) return error.message;
  return 'path' in error ? `${words}: ${error.path}` : words;
};

/** The same as a MendError, with what it means. */
export const asMendError = (error: unknown, what: string, hint: string): MendError =>
  error instanceof MendError ? error : new MendError(`${what}: ${failureWords(error)}`, hint);
