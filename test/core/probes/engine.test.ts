import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const ask = { ask: 'engine' };
const passwd = { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n' };
const nothing = { installed: false, snap: false, rootless: false, desktop: false, unit: '' };

test('a package, a binary, a unit that is left', () => {
  const files = {
    ...passwd,
    '/lib/systemd/system/docker.service': '',
    '/usr/bin/dockerd': 'ELF',
    '/var/lib/dpkg/status': 'Package: docker-ce\nStatus: install ok installed\nVersion: 1\n',
  };
  expect(factsOf(ask, { files })).toEqual({
    ...nothing,
    installed: true,
    package: 'docker-ce',
    unit: 'docker.service',
  });
  expect(factsOf(ask, { files: { ...passwd, '/usr/local/bin/dockerd': 'ELF' } })).toEqual({
    ...nothing,
    installed: true,
  });
  expect(factsOf(ask, { files: { ...passwd, '/etc/systemd/system/docker.service': '' } })).toMatchObject({
    installed: true,
  });
});

test('nothing at all, or what only looks like Docker', () => {
  expect(factsOf(ask, { files: passwd })).toEqual(nothing);
  const files = { ...passwd, '/lib/apk/db/installed': 'P:podman-docker\nV:5\n' };
  expect(factsOf(ask, { files })).toEqual({ ...nothing, package: 'podman-docker' });
});

test('the snap, Docker Desktop, a rootless daemon of somebody', () => {
  const snap = { ...passwd, '/etc/systemd/system/snap.docker.dockerd.service': '' };
  expect(factsOf(ask, { files: snap })).toEqual({ ...nothing, snap: true, unit: 'snap.docker.dockerd.service' });
  expect(factsOf(ask, { files: { ...passwd, '/opt/docker-desktop/bin/x': '' } })).toMatchObject({ desktop: true });
  const rootless = { ...passwd, '/home/anna/.config/systemd/user/docker.service': '' };
  expect(factsOf(ask, { files: rootless })).toMatchObject({ installed: false, rootless: true });
  const running = { files: passwd, stats: { '/run/user/1000/docker.sock': { type: 'socket' } } } as const;
  expect(factsOf(ask, running)).toMatchObject({ rootless: true });
});

test('a home that may not be looked into leaves rootless open', () => {
  const host = {
    files: { ...passwd, '/home/anna/x': '' },
    unknown: { '/home/anna/.config/systemd/user/docker.service': 'denied' },
  } as const;
  expect(factsOf(ask, host)).toEqual({ installed: false, snap: false, desktop: false, unit: '' });
  const denied = Object.fromEntries(
    ['/etc/systemd/system/docker.service', '/home', '/opt/docker-desktop', '/snap/docker/current'].map(
      (path) => [path, 'denied'] as const,
    ),
  );
  expect(answerOf(ask, { unknown: denied })).toEqual({ known: false, why: 'denied' });
});
