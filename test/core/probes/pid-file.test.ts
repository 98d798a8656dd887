import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const path = '/var/run/docker.pid';
const query = { ask: 'pid-file', path } as const;
const process = (comm: string, argv: string, cgroup: string) => ({
  '/proc/1/comm': 'systemd\n',
  '/proc/77/comm': `${comm}\n`,
  '/proc/77/cmdline': argv.replaceAll(' ', '\0'),
  '/proc/77/cgroup': cgroup,
});
const host = (files: Readonly<Record<string, string>>): FakeHost => ({ files: { [path]: '77', ...files } });
const service = '0::/system.slice/docker.service\n';
const session = '1:name=systemd:/user.slice/user-0.slice/session-3.scope\n';

test('the daemon of the service, and one started by hand', () => {
  expect(factsOf(query, host(process('dockerd', '/usr/bin/dockerd -H fd://', service)))).toEqual({
    exists: true,
    pid: 77,
    alive: true,
    program: 'dockerd',
    daemon: true,
    service: true,
  });
  expect(factsOf(query, host(process('dockerd', 'dockerd', session)))).toMatchObject({ daemon: true, service: false });
  const old = host(process('docker', '/usr/bin/docker daemon', session));
  expect(factsOf(query, old)).toMatchObject({ daemon: true });
});

test('a number that was given to another, and one that nobody has', () => {
  expect(factsOf(query, host(process('cron', '/usr/sbin/cron -f', '0::/system.slice/cron.service\n')))).toMatchObject({
    alive: true,
    program: 'cron',
    daemon: false,
    service: false,
  });
  expect(factsOf(query, host({ '/proc/1/comm': 'init\n' }))).toEqual({ exists: true, pid: 77, alive: false });
  expect(factsOf(query, { files: {} })).toEqual({ exists: false });
});

test('a client of that name is no daemon', () => {
  expect(factsOf(query, host(process('docker', 'docker run -d x', session)))).toMatchObject({ daemon: false });
});

test('without /proc, or one that hides others, nobody knows who lives', () => {
  expect(factsOf(query, host({}))).toEqual({ exists: true, pid: 77 });
  expect(answerOf(query, { ...host({}), unknown: { [path]: 'denied' } })).toEqual({ known: false, why: 'denied' });
});

test.each(['', 'dockerd', '-1', '0', '../../etc/passwd', '9'.repeat(40)])('a file with %j names nobody', (text) => {
  expect(factsOf(query, { files: { [path]: text, '/proc/1/comm': 'init\n' } })).toEqual({ exists: true, alive: false });
});

test('the file is the one of this daemon', () => {
  const unit = '[Service]\nExecStart=/usr/bin/dockerd -p /srv/d.pid\n';
  const files = { '/lib/systemd/system/docker.service': unit, '/srv/d.pid': '77' };
  expect(factsOf(query, { files: { ...files, ...process('cron', 'cron', session) } })).toMatchObject({
    program: 'cron',
  });
  expect(factsOf({ ask: 'pid-file', path: '/srv/d.pid' }, { files })).toMatchObject({ pid: 77 });
  const rootless = { now: 0, rootless: { home: '/home/anna', runtime: '/run/user/1000' } };
  expect(factsOf(query, { files: { '/run/user/1000/docker.pid': '12' } }, rootless)).toMatchObject({ pid: 12 });
});
