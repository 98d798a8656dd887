import { expect, test } from 'vitest';
import { boltHead } from '../../../src/core/parse/bolt.ts';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const query = { ask: 'data-root' } as const;
const root = '/var/lib/docker';
const folder = { type: 'directory' } as const;
const mountinfo = '21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n30 21 8:2 / /data rw,noexec - xfs /dev/sdb1 rw\n';
const unit = { '/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd -H fd://\n' };

const host = (files: Readonly<Record<string, string>> = {}, more: FakeHost = {}): FakeHost => ({
  stats: { [root]: { ...folder, mode: '0710' }, ...more.stats },
  ...more,
  files: { ...unit, '/proc/self/mountinfo': mountinfo, ...files },
});

test('a healthy one', () => {
  const magic = `${'\0'.repeat(16)}\u00ED\u00DA\u000C\u00ED${'\0'.repeat(8000)}`;
  const id = 'a1'.repeat(32);
  const files = {
    [`${root}/overlay2/l/X`]: '',
    [`${root}/vfs/dir/x`]: '',
    [`${root}/network/files/local-kv.db`]: magic,
    [`${root}/containers/${id}/config.v2.json`]: '{}',
    [`${root}/containers/${id}/hostconfig.json`]: '{}',
    [`${root}/image/overlay2/repositories.json`]: '{"Repositories":{}}',
  };
  expect(factsOf(query, host(files))).toEqual({
    path: root,
    exists: true,
    dangling: false,
    type: 'directory',
    mode: '0710',
    fstype: 'ext4',
    options: 'rw,relatime',
    'read-only': false,
    noexec: false,
    nosuid: false,
    pquota: false,
    'free-bytes': 5e10,
    'used-percent': 50,
    'free-inodes': 9e5,
    drivers: 1,
    'driver-names': 'overlay2',
    'network-db-valid': true,
    'truncated-json': 0,
  });
});

test('another place, by the file or by a flag', () => {
  const config = { '/etc/docker/daemon.json': '{"data-root": "/data/docker/"}' };
  const stats = { '/data': folder };
  const moved = host(config, { stats, programs: { 'xfs_info /data': 'naming =version 2 ftype=1' } });
  expect(factsOf(query, moved)).toMatchObject({
    path: '/data/docker',
    exists: false,
    dangling: false,
    fstype: 'xfs',
    noexec: true,
    'd-type': true,
  });
  const flag = { '/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd -g /srv/d\n' };
  expect(factsOf(query, host(flag))).toMatchObject({ path: '/srv/d' });
});

test('a link that leads nowhere, a file in its place', () => {
  expect(factsOf(query, { files: unit, links: [root] })).toMatchObject({ exists: false, dangling: true });
  expect(factsOf(query, { files: unit, stats: { [root]: { type: 'file' } } })).toMatchObject({ type: 'file' });
});

test('state of two drivers; an empty directory is none', () => {
  const files = { [`${root}/overlay2/l/X`]: '', [`${root}/devicemapper/metadata/x`]: '' };
  const more = { stats: { [`${root}/aufs`]: folder, [root]: folder } };
  expect(factsOf(query, host(files, more))).toMatchObject({ drivers: 2, 'driver-names': 'devicemapper overlay2' });
});

test('a network database of zeros or of something else; one meta of the two is enough', () => {
  const valid = (text: string) => factsOf(query, host({ [`${root}/network/files/local-kv.db`]: text }));
  expect(valid('\0'.repeat(40_000))).toMatchObject({ 'network-db-valid': false });
  expect(valid('{"json": true}')).toMatchObject({ 'network-db-valid': false });
  expect(valid('')).toMatchObject({ 'network-db-valid': true });
  expect(valid(`${'\0'.repeat(4096 + 16)}\u00ED\u00DA\u000C\u00ED`)).toMatchObject({ 'network-db-valid': true });
  expect(valid('\uFFFD'.repeat(boltHead))).not.toHaveProperty('network-db-valid');
  expect(factsOf(query, host())).not.toHaveProperty('network-db-valid');
});

test('files that a power cut left empty, full of zeros, or half', () => {
  const one = `${root}/containers/${'b2'.repeat(32)}`;
  const files = {
    [`${one}/config.v2.json`]: '',
    [`${one}/hostconfig.json`]: '\0\0\0',
    [`${root}/image/overlay2/repositories.json`]: '{"Repositories":{"a"',
    [`${root}/plugins/${'c3'.repeat(32)}/config.json`]: '{}',
    [`${root}/containers/notes/config.v2.json`]: '',
  };
  expect(factsOf(query, host(files))).toMatchObject({ 'truncated-json': 3 });
  // too large to be read whole: no judgement
  const large = host(
    { [`${root}/image/overlay2/repositories.json`]: '{' },
    { stats: { [root]: folder, [`${root}/image/overlay2/repositories.json`]: { size: 9e6 } } },
  );
  expect(factsOf(query, large)).toMatchObject({ 'truncated-json': 0 });
});

test('with userns-remap the state lies below, and the way there counts', () => {
  const files = {
    '/etc/docker/daemon.json': '{"userns-remap": "default"}',
    '/etc/passwd': 'dockremap:x:112:112::/:/bin/false\n',
    '/etc/group': 'dockremap:x:112:\n',
    '/etc/subuid': 'dockremap:165536:65536\n',
    '/etc/subgid': 'dockremap:165536:65536\n',
    [`${root}/165536.165536/overlay2/x`]: '',
    [`${root}/overlay2/x`]: '',
    [`${root}/zfs/x`]: '',
  };
  const stats = { [root]: { ...folder, mode: '0710', gid: 165_536 } };
  expect(factsOf(query, host(files, { stats }))).toMatchObject({ drivers: 1, traversable: true });
  const closed = { ...stats, '/var': { ...folder, mode: '0700' } };
  expect(factsOf(query, host(files, { stats: closed }))).toMatchObject({ traversable: false, blocked: '/var' });
  // the one directory that is there, where the ranges cannot be read
  const denied = host(files, { stats, unknown: { '/etc/subgid': 'denied' } });
  expect(factsOf(query, denied)).toMatchObject({ drivers: 1 });
  expect(factsOf(query, host({ ...files, '/etc/docker/daemon.json': '{"userns-remap": "root"}' }))).toMatchObject({
    drivers: 2,
  });
});

test('what may not be seen is left out', () => {
  const closed = {
    unknown: {
      [`${root}/containers`]: 'denied',
      [`${root}/overlay2`]: 'denied',
      [`${root}/network/files/local-kv.db`]: 'denied',
      [root]: 'denied',
    },
  } as const;
  const facts = factsOf(query, host({}, closed));
  for (const fact of ['drivers', 'network-db-valid', 'truncated-json', 'exists'])
    expect(facts).not.toHaveProperty(fact);
});

test('without the configuration nobody knows where it is', () => {
  const denied = host({}, { unknown: { '/etc/docker/daemon.json': 'denied' } });
  expect(answerOf(query, denied)).toEqual({ known: false, why: 'denied' });
  expect(answerOf(query, host({ '/etc/docker/daemon.json': '{' }))).toEqual({ known: false, why: 'unreadable' });
  expect(answerOf(query, host({ '/etc/docker/daemon.json': '{"data-root": "docker"}' }))).toMatchObject({
    known: false,
  });
});
