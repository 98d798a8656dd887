import { accountOf, type Database } from '../ask/account.ts';
import type { Inquiry } from '../ask/inquiry.ts';
import { quoteWord } from '../shell-words.ts';
import type { Answer, Query } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

const databases: readonly Database[] = ['passwd', 'group'];

/** No word with a colon, a blank or a control character is a name (useradd(8)); getent would take a list. */
const isName = (name: string): boolean => /^[^\s:,/\p{Cc}-][^\s:,/\p{Cc}]{0,255}$/u.test(name);

function* inquire(query: Query): Inquiry<Answer> {
  const database = databases.find((one) => one === param(query, 'database'));
  const name = param(query, 'name');
  if (database === undefined || !isName(name)) return { known: false, why: 'not-asked' };
  const found = yield* accountOf(database, name);
  if (!('inFile' in found)) return found;
  if (found.account === undefined) return { known: true, facts: { exists: false } };
  return {
    known: true,
    facts: { exists: true, id: found.account.id, name: found.account.name, 'in-file': found.inFile },
  };
}

export const account: ProbeKind = {
  ask: 'account',
  about: 'a user or group by name or number, through NSS; `database` is passwd or group',
  params: { database: 'text', name: 'text' },
  facts: { exists: 'boolean', id: 'number', name: 'text', 'in-file': 'boolean' },
  command: (query) => `getent ${param(query, 'database')} ${quoteWord(param(query, 'name'))}`,
  inquire,
};
