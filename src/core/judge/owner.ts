import type { Story } from '../suspect.ts';
import type { Entry } from '../types.ts';

/** Whose log it is, by what its entries bear. */
export interface Owner {
  readonly machine?: string;
  readonly boot?: string;
  readonly host?: string;
  /** The last time in the log, milliseconds; of a printed clock as if it were UTC. */
  readonly last?: number;
}

/** What a host says of itself. */
export interface Identity {
  readonly machine?: string;
  readonly boot?: string;
  readonly host?: string;
}

/** A clock may be printed in any zone, so a day is two. */
const recent = 2 * 86_400_000;

/** Names that every second machine has prove nothing. */
const common =
  /^(?:localhost(?:\..*)?|debian|ubuntu|fedora|centos|rocky|alma|raspberrypi|docker(?:-desktop)?|host|server|vm|linux|archlinux|\(none\))$/i;

const lastOf = (entries: readonly Entry[], key: 'machine' | 'boot' | 'host'): string | undefined =>
  entries.findLast((entry) => entry[key] !== undefined)?.[key];

export const ownerOf = ({ timed }: Story): Owner => {
  const entries = timed.map(({ notable }) => notable.entry);
  const [machine, boot, host] = [lastOf(entries, 'machine'), lastOf(entries, 'boot'), lastOf(entries, 'host')];
  const last = timed.findLast(({ time }) => time?.scale === 'wall')?.time?.ms;
  return {
    ...(machine !== undefined && { machine }),
    ...(boot !== undefined && { boot }),
    ...(host !== undefined && { host }),
    ...(last !== undefined && { last }),
  };
};

const short = (name: string): string => (name.split('.')[0] ?? name).toLowerCase();

/** Its name is one of its own, and the log is of these days. */
const isNamedOf = ({ host, last }: Owner, now: number): boolean =>
  host !== undefined && !common.test(host) && last !== undefined && Math.abs(now - last) <= recent;

/** May the log be of this host? Where it may not, nobody needs to ask who this host is. */
export const mayBeOwn = (owner: Owner, now: number): boolean =>
  owner.boot !== undefined || owner.machine !== undefined || isNamedOf(owner, now);

/** Is the log evidently of this host? By machine or boot; else by a name of its own, and recent. */
export const isOwn = (owner: Owner, identity: Identity, now: number): boolean => {
  if (owner.boot !== undefined && owner.boot === identity.boot) return true;
  if (owner.machine !== undefined) return owner.machine === identity.machine;
  if (identity.host === undefined || !isNamedOf(owner, now)) return false;
  return short(owner.host ?? '') === short(identity.host);
};
