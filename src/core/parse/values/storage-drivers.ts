import { isObject } from '../json.ts';
import { text, type Values, type WrongValue, wrongAmong } from './values.ts';

/** Every driver that a dockerd has had, and the snapshotters of containerd (moby daemon/graphdriver). */
const drivers = new Set(
  `aufs btrfs devicemapper fuse-overlayfs overlay overlay2 vfs zfs windowsfilter lcow native overlayfs blockfile devmapper erofs
  nydus stargz soci`.split(/\s+/),
);

/** A plugin may bring a driver (`name:tag`, `user/name`), and a containerd snapshotter has a name of its own. */
export const wrongDrivers = (values: Values): readonly WrongValue[] => {
  const features = values['features'];
  if (isObject(features) && features['containerd-snapshotter'] === true) return [];
  return wrongAmong(
    values,
    'storage-driver',
    text((name) => /^[\w-]+$/.test(name) && !drivers.has(name)),
  );
};
