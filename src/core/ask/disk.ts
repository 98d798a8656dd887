import { textOf } from './file.ts';
import { ask, type Inquiry } from './inquiry.ts';
import { groundOf } from './mount.ts';

const nameIn = (uevent: string | undefined): string | undefined =>
  /^DEVNAME=(?:\/dev\/)?([\w!./-]{1,64})$/m.exec(uevent ?? '')?.[1];

/** Disks that a mapped or striped device is made of. */
function* slavesOf(folder: string): Inquiry<readonly string[]> {
  const reply = yield* ask({ read: 'names', path: `${folder}/slaves` });
  return reply.known && reply.exists ? reply.names.filter((name) => /^[\w-]{1,64}$/.test(name)) : [];
}

/** `sda` of `sda1`, `nvme0n1` of `nvme0n1p2`, as the kernel speaks of them. */
const wholeOf = (name: string): string =>
  name.replace(/^((?:nvme\d+n|mmcblk|loop|md)\d+)p\d+$/, '$1').replace(/^((?:sd|hd|vd|xvd)[a-z]+)\d+$/, '$1');

/**
 * The names that the kernel has for the disk below a path: of the file system's own device, the
 * disk that it is a part of, and those that it is made of. Nothing where it cannot be told.
 */
export function* disksBelow(path: string): Inquiry<readonly string[] | undefined> {
  const ground = yield* groundOf(path);
  if ('known' in ground || ground.mount === undefined) return undefined;
  const { device, source } = ground.mount;
  const folder = `/sys/dev/block/${device}`;
  const named = /^\d{1,7}:\d{1,7}$/.test(device) ? nameIn(yield* textOf(`${folder}/uevent`)) : undefined;
  // btrfs: the number is of no device, the source is one
  const own = named ?? /^\/dev\/([\w-]{1,64})$/.exec(source)?.[1];
  if (own === undefined) return undefined;
  const names = [own, ...(named === undefined ? [] : yield* slavesOf(folder))];
  return [...new Set(names.flatMap((name) => [name, wholeOf(name)]))];
}
