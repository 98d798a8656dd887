import { type IdRange, type IdRanges, parseIdRanges } from '../parse/accounts.ts';
import type { Unknown } from '../types.ts';
import { accountOf, type FoundAccount } from './account.ts';
import { textOf } from './file.ts';
import type { Inquiry } from './inquiry.ts';
import type { Scene } from './scene.ts';
import { optionOf, settingsKnown, settingsOf } from './settings.ts';

/** userns-remap, taken apart. */
export interface Remap {
  readonly value: string;
  readonly user: string;
  readonly group: string;
}

/** `default` is the user dockremap, which dockerd makes itself (daemon_unix.go, parseRemappedRoot). */
export const splitRemap = (value: string): Remap => {
  const [user = '', group = user] = value.split(':');
  return user === 'default' ? { value, user: 'dockremap', group: 'dockremap' } : { value, user, group };
};

/** What userns-remap says, or that it is not set. */
export function* remapOf(scene: Scene): Inquiry<Remap | 'not-set' | Unknown> {
  const settings = yield* settingsOf(scene);
  const { value } = optionOf(settings, 'userns-remap');
  if (value !== undefined && value !== '') return splitRemap(value);
  if (settingsKnown(settings)) return 'not-set';
  return { known: false, why: settings.file.state === 'unknown' ? settings.file.why : 'unreadable' };
}

/** The ranges of an account: those by its number if there are any, else those by its name (lookupSubUIDRanges). */
export const rangesOf = ({ ranges }: IdRanges, key: string, { account }: FoundAccount): readonly IdRange[] => {
  const byNumber = ranges.filter(({ owner }) => owner === String(account?.id));
  return byNumber.length > 0 ? byNumber : ranges.filter(({ owner }) => owner === (account?.name ?? key));
};

/** Root's own ids are mapped to themselves: no ranges are needed (setupRemappedRoot). */
export const isRoot = (key: string, found: FoundAccount): boolean => key === 'root' || found.account?.name === 'root';

/**
 * Whose ranges of /etc/subgid count: of the group up to Docker 19.03, of the USER since 20.10
 * (idtools.NewIdentityMapping). Nothing where the two differ in what they have.
 */
export function* groupRanges(
  text: string,
  { user, group }: Remap,
  found: FoundAccount,
): Inquiry<readonly IdRange[] | undefined> {
  const parsed = parseIdRanges(text);
  const byUser = rangesOf(parsed, user, found);
  const other: FoundAccount | Unknown = yield* accountOf('group', group);
  if (!('inFile' in other)) return group === user ? byUser : undefined;
  const byGroup = rangesOf(parsed, group, other);
  const same = (one: readonly IdRange[]): string => one.map(({ first, count }) => `${first}:${count}`).join();
  return same(byUser) === same(byGroup) ? byUser : undefined;
}

/** The id of the host that stands for root in a container: of several ranges dockerd took the lowest, later the first. */
const firstOf = (ranges: readonly IdRange[]): number | undefined => {
  const lowest = ranges.reduce((least, { first }) => Math.min(least, first), Number.POSITIVE_INFINITY);
  return ranges[0]?.first === lowest ? lowest : undefined;
};

export interface HostRoot {
  readonly uid: number;
  readonly gid: number;
}

/** Whom root of a container is on the host; nothing where nobody is mapped or it cannot be told. */
export function* remappedRoot(scene: Scene): Inquiry<HostRoot | undefined> {
  const remap = yield* remapOf(scene);
  if (remap === 'not-set' || 'known' in remap) return undefined;
  const found = yield* accountOf('passwd', remap.user);
  if (!('inFile' in found) || found.account === undefined || isRoot(remap.user, found)) return undefined;
  const uids = rangesOf(parseIdRanges((yield* textOf('/etc/subuid')) ?? ''), remap.user, found);
  const gids = yield* groupRanges((yield* textOf('/etc/subgid')) ?? '', remap, found);
  const [uid, gid] = [firstOf(uids), firstOf(gids ?? [])];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}
