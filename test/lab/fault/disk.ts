import type { Step } from './fault.ts';
import { sh } from './steps.ts';

/** A disk of a guest's own: a file on a tmpfs, behind a loop device that goes with its mount. */

const images = '/lab/disks';

/** Another guest may take the free loop device first. */
const attach = (name: string, mountPoint: string): string =>
  [
    '[ -e /dev/loop-control ] || mknod /dev/loop-control c 10 237',
    'for i in 1 2 3 4 5 6; do',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
    '  disk=$(losetup -f | cut -d " " -f 1); [ -e "$disk" ] || mknod "$disk" b 7 "${disk#/dev/loop}"',
    `  losetup "$disk" ${images}/${name} && break; sleep .2`,
    'done',
    `mkdir -p ${mountPoint}; mount "$disk" ${mountPoint}; code=$?; losetup -d "$disk"; [ $code = 0 ]`,
  ].join('\n');

/** Makes a disk of 100 MB with `mkfs` and mounts it. */
export const makeDisk = (name: string, mkfs: string, mountPoint: string): Step =>
  sh(
    [
      `mkdir -p ${images}; mountpoint -q ${images} || mount -t tmpfs tmpfs ${images}`,
      `truncate -s 100M ${images}/${name}; ${mkfs} ${images}/${name}`,
      attach(name, mountPoint),
    ].join('\n'),
  );

/** Takes the disk out, does something to its file (`$disk`), and mounts it again. */
export const withDiskOut = (name: string, mountPoint: string, script: string): Step =>
  sh(`umount ${mountPoint}; disk=${images}/${name}\n${script}\n${attach(name, mountPoint)}`);
