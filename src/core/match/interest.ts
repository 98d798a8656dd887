import type { Interest } from '../read/index.ts';
import type { Scanner } from './scanner.ts';
import type { Signs } from './signs.ts';

/**
 * A quick look at a raw line: most lines of a host's log are about something
 * else and need not be taken apart. Literals leave out what envelopes change
 * (quotes, entities), so a raw line shows them as well.
 */
export const interestOf = ({ next }: Scanner, telling: Signs['telling']): Interest => {
  const encoder = new TextEncoder();
  return {
    next,
    isTelling: (bytes, from, to, level) => next(bytes, from, to, telling[level]) !== -1,
    isInteresting: (line) => {
      const bytes = encoder.encode(line);
      return next(bytes, 0, bytes.length) !== -1;
    },
  };
};
