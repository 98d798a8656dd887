import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const subid: ProbeKind = {
  ask: 'subid',
  about: 'the ranges of an account (by name or number) in /etc/subuid or /etc/subgid',
  params: { file: 'text', name: 'text' },
  facts: {
    exists: 'boolean',
    readable: 'boolean',
    ranges: 'number',
    ids: 'number',
    largest: 'number',
    malformed: 'number',
    overlaps: 'boolean',
  },
  command: (query) => `grep -n . ${quoteWord(param(query, 'file'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
