import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const query = { ask: 'disk-errors' } as const;
const log = 'journalctl -k -b 0 -o cat --no-pager -n 10000';
const host = (mount: string, lines: string, more: FakeHost['files'] = {}): FakeHost => ({
  files: {
    '/proc/self/mountinfo': mount,
    '/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd\n',
    '/var/lib/docker/overlay2/l/x': '',
    ...more,
  },
  programs: { [log]: lines },
});
const part = { '/sys/dev/block/8:1/uevent': 'MAJOR=8\nMINOR=1\nDEVNAME=sda1\nDEVTYPE=partition\n' };
const root = '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n';
const ext4 = (device: string) =>
  `EXT4-fs error (device ${device}): ext4_lookup:1855: inode #2: comm dockerd: iget: checksum invalid\n`;

test('the file system below the data-root, and the disk that it is a part of', () => {
  expect(factsOf(query, host(root, ext4('sda1'), part))).toEqual({
    disks: 'sda1 sda',
    errors: 1,
    last: ext4('sda1').trim(),
  });
  const lines = 'I/O error, dev sda, sector 42 op 0x0\nBuffer I/O error on dev sda1, logical block 7\n';
  expect(factsOf(query, host(root, lines, part))).toMatchObject({ errors: 2 });
});

test('another disk proves nothing', () => {
  expect(factsOf(query, host(root, `${ext4('sdb1')}I/O error, dev sdb, sector 1\n`, part))).toEqual({
    disks: 'sda1 sda',
    errors: 0,
  });
});

test('a mapped device has the disks that it is made of', () => {
  const mapped = '22 1 253:0 / / rw - xfs /dev/mapper/vg-root rw\n';
  const files = {
    '/sys/dev/block/253:0/uevent': 'DEVNAME=dm-0\n',
    '/sys/dev/block/253:0/slaves/nvme0n1p3/dev': '259:3\n',
  };
  const lines = 'critical medium error, dev nvme0n1, sector 9\nXFS (dm-0): Metadata corruption detected at x\n';
  expect(factsOf(query, host(mapped, lines, files))).toMatchObject({ disks: 'dm-0 nvme0n1p3 nvme0n1', errors: 2 });
});

test('btrfs has a number of no device', () => {
  const mount = '22 1 0:30 / / rw - btrfs /dev/vdb2 rw\n';
  const lines = 'BTRFS error (device vdb2): parent transid verify failed on logical 1 mirror 1 wanted 2 found 3\n';
  expect(factsOf(query, host(mount, lines))).toMatchObject({ disks: 'vdb2 vdb', errors: 1 });
});

test('no disk of a name, or no log', () => {
  expect(answerOf(query, host('22 1 0:31 / / rw - tmpfs tmpfs rw\n', ext4('sda1')))).toMatchObject({ known: false });
  const denied: FakeHost = { ...host(root, '', part), programs: {} };
  expect(answerOf(query, denied)).toMatchObject({ known: false });
});
