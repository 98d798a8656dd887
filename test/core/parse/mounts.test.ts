import { expect, test } from 'vitest';
import { mountOf, parseMountinfo } from '../../../src/core/parse/mounts.ts';

const table = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro
40 22 0:30 / /run rw,nosuid,nodev - tmpfs tmpfs rw,size=100k
41 22 8:2 / /var/lib/docker ro,noexec - xfs /dev/sdb1 rw,pquota
42 41 8:3 / /var/lib/docker rw - xfs /dev/sdc1 rw
43 22 8:4 / /mnt/a\\040b rw - ext4 /dev/sdd1 rw
broken line
`;

test('the longest mount that covers a path, and of equals the last', () => {
  const mounts = parseMountinfo(table);
  expect(mountOf(mounts, '/var/lib/docker/overlay2')?.source).toBe('/dev/sdc1');
  expect(mountOf(mounts, '/var/lib/dockerX')?.path).toBe('/');
  expect(mountOf(mounts, '/mnt/a b/c')?.source).toBe('/dev/sdd1');
  expect(mounts[2]?.options).toEqual(['ro', 'noexec', 'rw', 'pquota']);
});
