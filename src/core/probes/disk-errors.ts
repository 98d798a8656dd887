import { disksBelow } from '../ask/disk.ts';
import type { Inquiry } from '../ask/inquiry.ts';
import { kernelLogOf } from '../ask/kernel-log.ts';
import type { Scene } from '../ask/scene.ts';
import { dataRootOf } from '../ask/settings.ts';
import type { Answer } from '../types.ts';
import type { ProbeKind } from './kind.ts';

/** What the kernel says of a damaged file system or disk, with its name: fs/ext4/super.c, fs/xfs, fs/btrfs, block/blk-core.c. */
const complaints: readonly RegExp[] = [
  /EXT[234]-fs error \(device ([\w-]+)\)/,
  /XFS \(([\w-]+)\): .{0,60}(?:corruption|internal error|shut ?down|I\/O error|xfs_repair)/i,
  /BTRFS (?:error|critical|warning) \(device ([\w-]+).{0,60}(?:verify failed|csum failed|corrupt|bad tree block|forced readonly|aborted)/,
  /(?:I\/O|critical (?:medium|target)) error, dev ([\w-]+)/,
  /Buffer I\/O error on dev(?:ice)? ([\w-]+)/,
];

const deviceIn = (line: string): string | undefined =>
  complaints.map((one) => one.exec(line)?.[1]).find((name) => name !== undefined);

function* inquire(_query: unknown, scene: Scene): Inquiry<Answer> {
  const root = yield* dataRootOf(scene);
  if (typeof root !== 'string') return root;
  const disks = yield* disksBelow(root);
  if (disks === undefined) return { known: false, why: 'unreadable' };
  const log = yield* kernelLogOf(scene);
  if (!log.known) return log;
  const lines = log.lines.filter((line) => disks.includes(deviceIn(line) ?? ''));
  const last = lines.at(-1)?.slice(0, 300);
  return { known: true, facts: { disks: disks.join(' '), errors: lines.length, ...(last !== undefined && { last }) } };
}

export const diskErrors: ProbeKind = {
  ask: 'disk-errors',
  about: 'what the kernel complains of the disk and the file system below the data-root since the failure began',
  params: {},
  facts: { disks: 'text', errors: 'number', last: 'text' },
  command: () => "findmnt -T /var/lib/docker; sudo dmesg | grep -iE 'fs error|I/O error|corrupt'",
  inquire,
};
