import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { farMounts, isFar } from '../../../src/hosts/local/far.ts';

const line = (path: string, type: string): string => `30 1 0:3 / ${path} rw - ${type} source rw`;

test.each([
  ...['nfs', 'nfs4', 'cifs', 'smb3', 'fuse.sshfs', 'fuse', 'fuseblk', '9p', 'ceph', 'fuse.glusterfs', 'autofs'].map(
    (type) => [type, true] as const,
  ),
  ...['ext4', 'xfs', 'btrfs', 'overlay', 'tmpfs', 'proc', 'fusectl', 'nfsd', 'zfs', 'squashfs'].map(
    (type) => [type, false] as const,
  ),
])('%s: %s', (type, far) => {
  expect(farMounts(line('/mnt', type)).length > 0).toBe(far);
});

test('what everything lies on is near', () => {
  expect(farMounts(line('/', '9p'))).toEqual([]);
});

test('a path leads there by its name or by a link', () => {
  const folder = mkdtempSync(join(tmpdir(), 'far-'));
  mkdirSync(join(folder, 'mount/docker'), { recursive: true });
  mkdirSync(join(folder, 'near'));
  writeFileSync(join(folder, 'near/file'), '');
  symlinkSync('mount', join(folder, 'link'));
  symlinkSync(join(folder, 'link/docker'), join(folder, 'near/data-root'));
  const mounts = farMounts(line(join(folder, 'mount'), 'nfs4'));
  const far = (path: string): boolean => isFar(join(folder, path), mounts);
  expect(far('mount')).toBe(true);
  expect(far('mount/docker/x')).toBe(true);
  expect(far('link/docker')).toBe(true);
  expect(far('near/data-root/overlay2')).toBe(true);
  expect(far('near/file')).toBe(false);
  expect(far('near')).toBe(false);
  expect(far('mounted')).toBe(false);
  expect(isFar(join(folder, 'mount'), [])).toBe(false);
  rmSync(folder, { recursive: true });
});
