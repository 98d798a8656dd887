import { expect, test } from 'vitest';
import { commandLinesOf, isUnit, property, unitOf } from '../../../src/core/ask/unit.ts';
import { converse, type FakeHost } from '../fake-host.ts';

const scene = { now: 0 };
const main = '/lib/systemd/system/docker.service';

const commands = (host: FakeHost): readonly (readonly string[])[] => {
  const unit = converse(unitOf('docker.service', scene), host);
  return isUnit(unit) ? converse(commandLinesOf(unit), host) : [];
};

test('systemd itself is asked first, and its way of printing ExecStart is understood', () => {
  const shown =
    'LoadState=loaded\nExecStart={ path=/usr/bin/dockerd ; argv[]=/usr/bin/dockerd -H fd:// $OPTS ; ignore_errors=no ; start_time=[n/a] }\nEnvironmentFiles=/etc/default/docker (ignore_errors=yes)\n';
  const host = {
    programs: { 'systemctl show --no-pager -- docker.service': shown },
    files: { '/etc/default/docker': 'OPTS="--mtu 1400"\n' },
  };
  expect(commands(host)).toEqual([['/usr/bin/dockerd', '-H', 'fd://', '--mtu', '1400']]);
});

test('without systemd the files are merged: a drop-in of /etc over one of /run with its name', () => {
  const host = {
    files: {
      [main]: '[Service]\nExecStart=/usr/bin/dockerd -H fd://\n',
      '/run/systemd/system/docker.service.d/a.conf': '[Service]\nExecStart=\nExecStart=/run\n',
      '/etc/systemd/system/docker.service.d/a.conf': '[Service]\nExecStart=\nExecStart=-/usr/bin/dockerd -D\n',
    },
  };
  expect(commands(host)).toEqual([['/usr/bin/dockerd', '-D']]);
});

test('masked is a link to nothing; not found is known; denied is not', () => {
  const etc = '/etc/systemd/system/docker.service';
  const masked = converse(unitOf('docker.service', scene), { links: [etc], files: { [etc]: '' } });
  expect(isUnit(masked) && property(masked, 'LoadState')).toBe('masked');
  const none = converse(unitOf('docker.service', scene), {});
  expect(isUnit(none) && property(none, 'LoadState')).toBe('not-found');
  expect(converse(unitOf('docker.service', scene), { unknown: { [main]: 'denied' } })).toEqual({
    known: false,
    why: 'denied',
  });
});

test('a snap has a unit of its own, a rootless daemon a manager of its own', () => {
  const snap = { programs: { 'systemctl show --no-pager -- snap.docker.dockerd.service': 'LoadState=loaded\n' } };
  const unit = converse(unitOf('docker.service', { now: 0, unit: 'snap.docker.dockerd.service' }), snap);
  expect(isUnit(unit) && unit.live).toBe(true);
  const rootless = { home: '/home/a', runtime: '/run/user/1000' };
  const own = { programs: { 'systemctl --user show --no-pager -- docker.service': 'LoadState=loaded\n' } };
  expect(isUnit(converse(unitOf('docker.service', { now: 0, rootless }), own))).toBe(true);
});
