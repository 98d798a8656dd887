import { expect, test } from 'vitest';
import { remapOf, remappedRoot, splitRemap } from '../../../src/core/ask/remap.ts';
import { converse, type FakeHost } from '../fake-host.ts';

const host = (value: string, files: Readonly<Record<string, string>>): FakeHost => ({
  files: {
    '/etc/docker/daemon.json': JSON.stringify({ 'userns-remap': value }),
    '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nanna:x:1000:1000::/home/anna:/bin/sh\n',
    '/etc/group': 'root:x:0:\nanna:x:1000:\nops:x:50:\n',
    ...files,
  },
});
const rootOf = (value: string, files: Readonly<Record<string, string>>) =>
  converse(remappedRoot({ now: 0 }), host(value, files));

test('the forms of userns-remap', () => {
  expect(splitRemap('default')).toMatchObject({ user: 'dockremap', group: 'dockremap' });
  expect(splitRemap('1000:50')).toMatchObject({ user: '1000', group: '50' });
  expect(splitRemap('anna')).toMatchObject({ user: 'anna', group: 'anna' });
});

test('whom root of a container is on the host', () => {
  const files = { '/etc/subuid': 'anna:200000:65536\n', '/etc/subgid': '1000:300000:65536\n' };
  expect(rootOf('1000', files)).toEqual({ uid: 200_000, gid: 300_000 });
  expect(rootOf('root', files)).toBeUndefined();
  expect(rootOf('nobody', files)).toBeUndefined();
});

test('several ranges of which the first is not the lowest: versions of dockerd differ', () => {
  const files = { '/etc/subuid': 'anna:200000:10\nanna:100000:10\n', '/etc/subgid': 'anna:200000:10\n' };
  expect(rootOf('anna', files)).toBeUndefined();
});

test('up to 19.03 the group has the ranges of /etc/subgid, since 20.10 the user: told only where both agree', () => {
  const subuid = { '/etc/subuid': 'anna:200000:10\n' };
  expect(rootOf('anna:ops', { ...subuid, '/etc/subgid': 'anna:200000:10\n' })).toBeUndefined();
  expect(rootOf('anna:ops', { ...subuid, '/etc/subgid': 'anna:200000:10\nops:200000:10\n' })).toEqual({
    uid: 200_000,
    gid: 200_000,
  });
});

test('not set, and not known', () => {
  const unit = { '/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd\n' };
  expect(converse(remapOf({ now: 0 }), { files: unit })).toBe('not-set');
  expect(converse(remapOf({ now: 0 }), {})).toEqual({ known: false, why: 'unreadable' });
});
