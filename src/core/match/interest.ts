import type { Rule } from '../types.ts';
import { createNeedles } from './needles.ts';

/** Words of Docker's own programs, and of journalctl about a log that it could not show. */
const words = [
  'docker',
  'containerd',
  'rootlesskit',
  'moby',
  'balena',
  'no entries',
  'permissions',
  "groups '",
  '(end)',
  'level=fatal',
  'graphdriver',
  'start daemon',
  'starting daemon',
  'network controller',
  'your kernel does not support',
];

/**
 * A quick look at a raw line: most lines of a host's log are about something
 * else and need not be taken apart. Literals leave out what envelopes change
 * (quotes, entities), so a raw line shows them as well.
 */
export const createInterest = (rules: readonly Rule[]): ((line: string) => boolean) => {
  const literals = rules
    .flatMap((rule) => [...rule.symptoms, ...rule.symptoms.flatMap((one) => one.with ?? [])])
    .flatMap((one) => one.literals);
  const needles = createNeedles([...new Set([...words, ...literals])]);
  return (line) => needles.has(line.toLowerCase());
};
