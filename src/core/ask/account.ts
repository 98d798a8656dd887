import { type Account, parseAccounts } from '../parse/accounts.ts';
import type { Unknown } from '../types.ts';
import { isThere, textOf } from './file.ts';
import { ask, type Inquiry } from './inquiry.ts';

export type Database = 'passwd' | 'group';

export interface FoundAccount {
  /** Nothing where there is no such account. */
  readonly account?: Account;
  /** It stands in /etc/passwd or /etc/group itself, not only in LDAP and the like. */
  readonly inFile: boolean;
}

/** A name comes before a number, for a name may be one. */
const accountIn = (text: string, key: string): Account | undefined => {
  const accounts = parseAccounts(text);
  return accounts.find(({ name }) => name === key) ?? accounts.find(({ id }) => String(id) === key);
};

/** Services of nsswitch.conf(5) that know nobody whom Docker would be told of. */
const own = ['', 'files', 'compat', 'systemd', 'mymachines'];

/** `passwd: files sss systemd`: is the file all there is? sss stands there by default, sssd or not. */
function* isFileAlone(database: Database): Inquiry<boolean> {
  const text = yield* textOf('/etc/nsswitch.conf');
  if (text === undefined) return false;
  const [, services = ''] = (database === 'passwd' ? /^passwd:(.*)$/m : /^group:(.*)$/m).exec(text) ?? [];
  const others = services
    .replace(/#.*/, '')
    .split(/\s+/)
    .filter((word) => !own.includes(word) && !word.startsWith('['));
  if (others.some((word) => word !== 'sss')) return false;
  return others.length === 0 || (yield* isThere('/etc/sssd/sssd.conf')) === false;
}

/** By name, else by number: `getent` takes both, and asks all of NSS. */
export function* accountOf(database: Database, key: string): Inquiry<FoundAccount | Unknown> {
  const file = yield* ask({ read: 'text', path: `/etc/${database}` });
  const listed = file.known && file.exists ? accountIn(file.text, key) : undefined;
  if (listed !== undefined) return { account: listed, inFile: true };
  const getent = yield* ask({ read: 'output', argv: ['getent', '--', database, key] });
  // 2: the key was not found (getent(1))
  if (getent.known && getent.code === 2) return { inFile: false };
  if (getent.known && getent.code === 0) {
    const account = parseAccounts(getent.stdout)[0];
    return { inFile: false, ...(account !== undefined && { account }) };
  }
  if (!file.known) return file;
  // musl and mounted disks have no getent; there the file is all there is, unless others are asked too
  return (yield* isFileAlone(database)) ? { inFile: false } : { known: false, why: 'no-such-tool' };
}
