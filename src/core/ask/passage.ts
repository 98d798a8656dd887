import type { Stat, Unknown } from '../types.ts';
import { askEach, type Inquiry } from './inquiry.ts';
import { parentsOf } from './path.ts';
import type { HostRoot } from './remap.ts';

export interface Passage {
  /** Left out where it cannot be told. */
  readonly open?: boolean;
  /** The directory that bars the way. */
  readonly blocked?: string;
  /** Why it cannot be told. */
  readonly unknown?: Unknown;
}

/** canAccess of pkg/idtools in moby: x for the owner, the group or others is enough. */
const passable = ({ mode, uid, gid }: Stat, root: HostRoot | undefined): boolean | undefined => {
  const bits = Number.parseInt(mode, 8);
  if ((bits & 0o001) !== 0) return true;
  if (root === undefined) return undefined;
  return (uid === root.uid && (bits & 0o100) !== 0) || (gid === root.gid && (bits & 0o010) !== 0);
};

/** May this user pass through every directory above the path? Those that are not there yet dockerd makes itself. */
export function* passageTo(path: string, root: HostRoot | undefined): Inquiry<Passage> {
  const parents = parentsOf(path);
  const stats = yield* askEach(parents.map((parent) => ({ read: 'stat', path: parent }) as const));
  const ways = stats.map((stat) => {
    if (!stat.known) return undefined;
    return stat.exists ? passable(stat as Stat, root) : true;
  });
  const blocked = parents[ways.indexOf(false)];
  if (blocked !== undefined) return { open: false, blocked };
  if (ways.every((way) => way === true)) return { open: true };
  const unknown = stats.find((stat) => !stat.known);
  return unknown === undefined ? {} : { unknown: unknown as Unknown };
}
