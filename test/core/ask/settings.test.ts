import { expect, test } from 'vitest';
import { dataRootOf, optionOf, settingsKnown, settingsOf } from '../../../src/core/ask/settings.ts';
import { converse, type FakeHost } from '../fake-host.ts';

const host = (config: string | undefined, exec = '/usr/bin/dockerd -H fd://'): FakeHost => ({
  files: {
    '/lib/systemd/system/docker.service': `[Service]\nExecStart=${exec}\n`,
    ...(config !== undefined && { '/etc/docker/daemon.json': config }),
  },
});

const settings = (fake: FakeHost) => converse(settingsOf({ now: 0 }), fake);

test('a flag counts before the file, and where a value is from is told', () => {
  const both = settings(host('{"mtu": 1500, "debug": true}', '/usr/bin/dockerd --mtu 1400'));
  expect(optionOf(both, 'mtu')).toEqual({ value: '1400', 'in-flags': true, 'in-file': true });
  expect(optionOf(both, 'debug')).toEqual({ value: 'true', 'in-flags': false, 'in-file': true });
  expect(optionOf(both, 'bip')).toEqual({ 'in-flags': false, 'in-file': false });
});

test('a file that a flag names is the one that is read', () => {
  const fake = host('{"data-root": "/a"}', '/usr/bin/dockerd --config-file /srv/d.json');
  expect(converse(dataRootOf({ now: 0 }), { files: { ...fake.files, '/srv/d.json': '{"data-root": "/data/"}' } })).toBe(
    '/data',
  );
  expect(converse(dataRootOf({ now: 0 }), fake)).toBe('/var/lib/docker');
});

test('missing and empty are known, broken and denied are not', () => {
  expect(settingsKnown(settings(host(undefined)))).toBe(true);
  expect(settingsKnown(settings(host(' \n')))).toBe(true);
  expect(settings(host('{"a": }')).file.state).toBe('invalid');
  expect(settings(host('[]')).file.state).toBe('invalid');
  expect(settingsKnown(settings({ ...host('{}'), unknown: { '/etc/docker/daemon.json': 'denied' } }))).toBe(false);
});
