import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const packageKind: ProbeKind = {
  ask: 'package',
  about: 'an installed package of the distribution',
  params: { name: 'text' },
  facts: { installed: 'boolean', version: 'text' },
  command: (query) =>
    `dpkg -l ${quoteWord(param(query, 'name'))} 2>/dev/null || rpm -q ${quoteWord(param(query, 'name'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
