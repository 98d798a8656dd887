import { accountOf, type Database, type FoundAccount } from '../ask/account.ts';
import { textOf } from '../ask/file.ts';
import type { Inquiry } from '../ask/inquiry.ts';
import type { Scene } from '../ask/scene.ts';
import { optionOf, settingsKnown, settingsOf } from '../ask/settings.ts';
import { type IdRange, parseIdRanges } from '../parse/accounts.ts';
import type { Answer, Scalar, Unknown } from '../types.ts';
import type { ProbeKind } from './kind.ts';

type Facts = Readonly<Record<string, Scalar>>;

/** `default` is the user dockremap, which dockerd makes itself (daemon_unix.go, setupRemappedRoot). */
const split = (value: string): { readonly user: string; readonly group: string } => {
  const [user = '', group = user] = value.split(':');
  return user === 'default' ? { user: 'dockremap', group: 'dockremap' } : { user, group };
};

/** dockerd looks for the name and for the number of the owner; what it finds of both counts. */
const idsOf = (ranges: readonly IdRange[], { account }: FoundAccount, key: string): number =>
  ranges
    .filter(({ owner }) => owner === key || owner === account?.name || owner === String(account?.id))
    .reduce((sum, { count }) => sum + count, 0);

function* rangesFact(database: Database, key: string): Inquiry<Facts> {
  const file = database === 'passwd' ? '/etc/subuid' : '/etc/subgid';
  const names =
    database === 'passwd'
      ? { there: 'user-exists', ids: 'uid-ids', file: 'subuid-exists' }
      : { there: 'group-exists', ids: 'gid-ids', file: 'subgid-exists' };
  const found: FoundAccount | Unknown = yield* accountOf(database, key);
  const text = yield* textOf(file);
  const known = 'inFile' in found;
  return {
    ...(known && { [names.there]: found.account !== undefined }),
    ...(text !== undefined && { [names.file]: text !== '' }),
    ...(text !== undefined && known && { [names.ids]: idsOf(parseIdRanges(text).ranges, found, key) }),
  };
}

function* inquire(_query: unknown, scene: Scene): Inquiry<Answer> {
  const settings = yield* settingsOf(scene);
  const { value } = optionOf(settings, 'userns-remap');
  if (value === undefined || value === '') {
    if (settingsKnown(settings)) return { known: true, facts: { set: false } };
    return { known: false, why: settings.file.state === 'unknown' ? settings.file.why : 'unreadable' };
  }
  const { user, group } = split(value);
  const uids = yield* rangesFact('passwd', user);
  const gids = yield* rangesFact('group', group);
  return { known: true, facts: { set: true, value, user, group, ...uids, ...gids } };
}

export const remap: ProbeKind = {
  ask: 'remap',
  about: 'userns-remap as the daemon would read it: from daemon.json or the flags',
  params: {},
  facts: {
    set: 'boolean',
    value: 'text',
    user: 'text',
    group: 'text',
    'user-exists': 'boolean',
    'group-exists': 'boolean',
    'uid-ids': 'number',
    'gid-ids': 'number',
    'subuid-exists': 'boolean',
    'subgid-exists': 'boolean',
  },
  command: () => 'grep -s userns-remap /etc/docker/daemon.json; grep -n . /etc/subuid /etc/subgid',
  inquire,
};
