import { expect, test } from 'vitest';
import { daemonRootOf } from '../../../src/core/ask/daemon-root.ts';
import { converse, type FakeHost } from '../fake-host.ts';

const rootOf = (host: FakeHost) => converse(daemonRootOf({ now: 0 }), host);
const config = (value: object) => ({ '/etc/docker/daemon.json': JSON.stringify(value) });

test('the data-root itself, also where no unit can be read', () => {
  expect(rootOf({})).toBe('/var/lib/docker');
  expect(rootOf({ files: config({ 'data-root': '/srv/d/', 'userns-remap': 'root' }) })).toBe('/srv/d');
});

test('with userns-remap the directory of the one who is mapped', () => {
  const files = {
    ...config({ 'userns-remap': 'anna' }),
    '/etc/passwd': 'anna:x:1000:1000::/home/anna:/bin/sh\n',
    '/etc/group': 'anna:x:1000:\n',
    '/etc/subuid': 'anna:7:9\n',
    '/etc/subgid': 'anna:8:9\n',
  };
  expect(rootOf({ files })).toBe('/var/lib/docker/7.8');
});

test('whose ranges are not known is found by his directory, if it is the only one', () => {
  const files = { ...config({ 'userns-remap': 'anna' }), '/var/lib/docker/5.5/x': '' };
  expect(rootOf({ files })).toBe('/var/lib/docker/5.5');
  expect(rootOf({ files: { ...files, '/var/lib/docker/6.6/x': '' } })).toBeUndefined();
  expect(rootOf({ files: config({ 'userns-remap': 'anna' }) })).toBeUndefined();
});

test('a configuration that may not be read', () => {
  expect(rootOf({ unknown: { '/etc/docker/daemon.json': 'denied' } })).toEqual({ known: false, why: 'denied' });
});
