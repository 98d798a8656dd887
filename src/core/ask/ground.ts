import type { Scalar, Unknown } from '../types.ts';
import { outputOf } from './file.ts';
import type { Inquiry } from './inquiry.ts';
import { type Ground, groundOf } from './mount.ts';

type Facts = Readonly<Record<string, Scalar>>;

const withQuota = ['xfs', 'ext4'];

const mountFacts = ({ mount }: Ground): Facts => {
  if (mount === undefined) return {};
  const { options, fstype } = mount;
  return {
    fstype,
    options: options.join(','),
    // either the mount or the whole file system is read-only
    'read-only': options.includes('ro'),
    noexec: options.includes('noexec'),
    nosuid: options.includes('nosuid'),
    ...(withQuota.includes(fstype) && { pquota: options.includes('prjquota') || options.includes('pquota') }),
  };
};

const spaceFacts = ({ space }: Ground): Facts => {
  if (space === undefined) return {};
  return {
    'free-bytes': space.free,
    ...(space.size > 0 && { 'used-percent': Math.round((1 - space.free / space.size) * 100) }),
    // btrfs and the like have no number of inodes: they say 0 of 0
    ...(space.inodes > 0 && { 'free-inodes': space['free-inodes'] }),
  };
};

/** `naming =version 2 bsize=4096 ascii-ci=0, ftype=1` of xfs_info(8); before 3.2.4 it does not say. */
function* directoryTypes({ mount }: Ground): Inquiry<Facts> {
  if (mount === undefined) return {};
  if (['btrfs', 'tmpfs', 'zfs'].includes(mount.fstype)) return { 'd-type': true };
  if (mount.fstype !== 'xfs') return {};
  const info = yield* outputOf(['xfs_info', mount.path]);
  const [, type] = /\bftype=([01])\b/.exec(info ?? '') ?? [];
  return type === undefined ? {} : { 'd-type': type === '1' };
}

/** The file system under a path: of the nearest parent, where the path itself is not there yet. */
export function* groundFacts(path: string): Inquiry<Facts | Unknown> {
  const ground = yield* groundOf(path);
  if ('known' in ground) return ground;
  return {
    ...(ground.space !== undefined && { exists: ground.path === path }),
    ...mountFacts(ground),
    ...spaceFacts(ground),
    ...(yield* directoryTypes(ground)),
  };
}

export const isUnknown = (facts: Facts | Unknown): facts is Unknown => facts['known'] === false;
