import { accountOf, type FoundAccount } from '../ask/account.ts';
import { isThere, textOf } from '../ask/file.ts';
import type { Inquiry } from '../ask/inquiry.ts';
import { groupRanges, isRoot, type Remap, rangesOf, remapOf } from '../ask/remap.ts';
import type { Scene } from '../ask/scene.ts';
import { type IdRange, parseIdRanges } from '../parse/accounts.ts';
import type { Answer, Scalar, Unknown } from '../types.ts';
import type { ProbeKind } from './kind.ts';

type Facts = Readonly<Record<string, Scalar>>;

/** An empty file is there; a missing one gives '' as well. */
function* existsFact(path: string, fact: string): Inquiry<Facts> {
  const exists = yield* isThere(path);
  return exists === undefined ? {} : { [fact]: exists };
}

const sum = (ranges: readonly IdRange[]): number => ranges.reduce((total, { count }) => total + count, 0);

function* groupFacts(remap: Remap, user: FoundAccount): Inquiry<Facts> {
  const found: FoundAccount | Unknown = yield* accountOf('group', remap.group);
  const text = yield* textOf('/etc/subgid');
  const ranges = text === undefined || isRoot(remap.user, user) ? undefined : yield* groupRanges(text, remap, user);
  return {
    ...('inFile' in found && { 'group-exists': found.account !== undefined }),
    ...(yield* existsFact('/etc/subgid', 'subgid-exists')),
    ...(ranges !== undefined && { 'gid-ids': sum(ranges) }),
  };
}

function* userFacts(remap: Remap): Inquiry<Facts> {
  const found: FoundAccount | Unknown = yield* accountOf('passwd', remap.user);
  const text = yield* textOf('/etc/subuid');
  const file = yield* existsFact('/etc/subuid', 'subuid-exists');
  if (!('inFile' in found)) return { ...file, ...(yield* groupFacts(remap, { inFile: false })) };
  const ranges = text === undefined || isRoot(remap.user, found) ? undefined : parseIdRanges(text);
  return {
    'user-exists': found.account !== undefined,
    ...file,
    ...(ranges !== undefined && { 'uid-ids': sum(rangesOf(ranges, remap.user, found)) }),
    ...(yield* groupFacts(remap, found)),
  };
}

function* inquire(_query: unknown, scene: Scene): Inquiry<Answer> {
  const remap = yield* remapOf(scene);
  if (remap === 'not-set') return { known: true, facts: { set: false } };
  if ('known' in remap) return remap;
  const { value, user, group } = remap;
  return { known: true, facts: { set: true, value, user, group, ...(yield* userFacts(remap)) } };
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
