import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const account: ProbeKind = {
  ask: 'account',
  about: 'a user or group by name or number, through NSS; `database` is passwd or group',
  params: { database: 'text', name: 'text' },
  facts: { exists: 'boolean', id: 'number', name: 'text', 'in-file': 'boolean' },
  command: (query) => `getent ${param(query, 'database')} ${quoteWord(param(query, 'name'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
