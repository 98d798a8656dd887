import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const table = (...lines: readonly string[]): Readonly<Record<string, string>> => ({
  '/proc/self/mountinfo': `21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n${lines.join('\n')}\n`,
});
const query = { ask: 'mount', path: '/data/docker' } as const;

test('the file system of the nearest parent', () => {
  const host: FakeHost = {
    files: table('30 21 8:2 / /data rw,nosuid,noexec - xfs /dev/sdb1 rw,attr2,prjquota'),
    stats: { '/data': { type: 'directory' } },
    space: { '/data': { size: 1000, free: 100, inodes: 50, 'free-inodes': 3 } },
    programs: { 'xfs_info /data': 'naming   =version 2              bsize=4096   ascii-ci=0, ftype=0\n' },
  };
  expect(factsOf(query, host)).toEqual({
    exists: false,
    fstype: 'xfs',
    options: 'rw,nosuid,noexec,attr2,prjquota',
    'read-only': false,
    noexec: true,
    nosuid: true,
    pquota: true,
    'd-type': false,
    'free-bytes': 100,
    'used-percent': 90,
    'free-inodes': 3,
  });
});

test('a disk that went read-only, or whose mount is', () => {
  const stats = { '/data/docker': { type: 'directory' } } as const;
  const broken = { stats, files: table('30 21 8:2 / /data rw - ext4 /dev/sdb1 ro,errors=remount-ro') };
  expect(factsOf(query, broken)).toMatchObject({ exists: true, 'read-only': true, pquota: false });
  expect(factsOf(query, { stats, files: table('30 21 8:2 / /data ro - ext4 /dev/sdb1 rw') })).toMatchObject({
    'read-only': true,
  });
  expect(factsOf(query, { stats, files: table() })).toMatchObject({ fstype: 'ext4', 'read-only': false });
});

test('without the table of mounts only the space is known, and the other way round', () => {
  const facts = factsOf(query, { stats: { '/data/docker': { type: 'directory' } } });
  expect(facts).toHaveProperty('free-bytes');
  expect(facts).not.toHaveProperty('read-only');
  const hung = factsOf(query, { files: table(), unknown: { '/data/docker': 'timeout' } });
  expect(hung).toMatchObject({ fstype: 'ext4' });
  expect(hung).not.toHaveProperty('exists');
});

test('a file system that counts no inodes has none to be short of', () => {
  const stats = { '/data/docker': { type: 'directory' } } as const;
  const host: FakeHost = {
    stats,
    files: table('30 21 8:2 / /data rw - btrfs /dev/sdb1 rw'),
    space: { '/data/docker': { inodes: 0, 'free-inodes': 0 } },
  };
  expect(factsOf(query, host)).not.toHaveProperty('free-inodes');
  expect(factsOf(query, host)).toMatchObject({ 'd-type': true });
});

test('xfs_info that says nothing of it', () => {
  const files = table('30 21 8:2 / /data rw - xfs /dev/sdb1 rw');
  const stats = { '/data/docker': { type: 'directory' } } as const;
  expect(factsOf(query, { files, stats, programs: { 'xfs_info /data': 'naming =version 2' } })).not.toHaveProperty(
    'd-type',
  );
  expect(factsOf(query, { files, stats })).not.toHaveProperty('d-type');
});

test('nothing can be told', () => {
  expect(answerOf(query, { unknown: { '/data/docker': 'denied' } })).toEqual({ known: false, why: 'denied' });
  expect(answerOf({ ask: 'mount', path: 'data' }, {})).toEqual({ known: false, why: 'not-asked' });
});
