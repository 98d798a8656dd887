import { type Account, parseAccounts } from '../parse/accounts.ts';
import type { Unknown } from '../types.ts';
import { ask, type Inquiry } from './inquiry.ts';

export type Database = 'passwd' | 'group';

export interface FoundAccount {
  /** Nothing where there is no such account. */
  readonly account?: Account;
  /** It stands in /etc/passwd or /etc/group itself, not only in LDAP and the like. */
  readonly inFile: boolean;
}

const fits =
  (key: string) =>
  (account: Account): boolean =>
    account.name === key || String(account.id) === key;

/** By name, else by number: `getent` takes both, and asks all of NSS. */
export function* accountOf(database: Database, key: string): Inquiry<FoundAccount | Unknown> {
  const file = yield* ask({ read: 'text', path: `/etc/${database}` });
  const listed = file.known && file.exists ? parseAccounts(file.text).find(fits(key)) : undefined;
  if (listed !== undefined) return { account: listed, inFile: true };
  const getent = yield* ask({ read: 'output', argv: ['getent', '--', database, key] });
  // 2: the key was not found (getent(1))
  if (getent.known && getent.code === 2) return { inFile: false };
  if (getent.known && getent.code === 0) {
    const account = parseAccounts(getent.stdout)[0];
    return { inFile: false, ...(account !== undefined && { account }) };
  }
  if (!file.known) return file;
  // musl and mounted disks have no getent; there the file is all there is
  return { inFile: false };
}
