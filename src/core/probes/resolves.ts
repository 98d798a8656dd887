import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const resolves: ProbeKind = {
  ask: 'resolves',
  about: 'does the host itself resolve a name',
  params: { name: 'text' },
  facts: { resolves: 'boolean', servers: 'text' },
  command: (query) => `getent hosts ${quoteWord(param(query, 'name'))}; cat /etc/resolv.conf`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
