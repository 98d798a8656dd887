import type { Missing, Unknown } from '../core/types.ts';
import { missing, unknown } from './host.ts';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What an errno says of a path: that it is not there is knowledge, that it may not be seen is not. */
export const replyToError = (error: unknown): Missing | Unknown => {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return missing;
  return unknown(code === 'EACCES' || code === 'EPERM' ? 'denied' : 'unreadable');
};
