import { fstatSync } from 'node:fs';
import type { Source } from './source.ts';
import { unpacked } from './unpack.ts';

/**
 * Is there something on standard input? A pipe, a socket or a file is; a
 * terminal, /dev/null or a closed input is not, so that cron and ssh work.
 */
export const stdinIsGiven = (): boolean => {
  try {
    const stat = fstatSync(0);
    return stat.isFIFO() || stat.isSocket() || (stat.isFile() && stat.size > 0);
  } catch {
    return false;
  }
};

export const stdinSource = (stdin: AsyncIterable<Uint8Array>): Source => ({
  name: 'stdin',
  chunks: () => unpacked(stdin, 'stdin'),
});
