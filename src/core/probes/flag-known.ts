import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const flagKnown: ProbeKind = {
  ask: 'flag-known',
  about: 'does this dockerd know the flag (dockerd --help)',
  params: { name: 'text' },
  facts: { known: 'boolean' },
  command: (query) => `dockerd --help | grep -e ${quoteWord(param(query, 'name'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
