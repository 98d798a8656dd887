import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const of = (name: string) => ({ ask: 'program', name });
const host = (path: string, mode: string, more: Partial<FakeHost> = {}): FakeHost => ({
  ...more,
  files: { [path]: 'ELF', ...more.files },
  stats: { [path]: { mode } },
});

test('found with its rights', () => {
  expect(factsOf(of('newuidmap'), host('/usr/bin/newuidmap', '4755'))).toEqual({
    found: true,
    path: '/usr/bin/newuidmap',
    executable: true,
    setuid: true,
  });
  const caps = (printed: string) =>
    host('/usr/bin/newuidmap', '0755', { programs: { 'getcap /usr/bin/newuidmap': printed } });
  expect(factsOf(of('newuidmap'), caps('/usr/bin/newuidmap cap_setuid=ep\n'))).toMatchObject({
    setuid: false,
    capabilities: 'cap_setuid=ep',
  });
  expect(factsOf(of('newuidmap'), caps('/usr/bin/newuidmap = cap_setuid+ep\n'))).toMatchObject({
    capabilities: 'cap_setuid+ep',
  });
  expect(factsOf(of('newuidmap'), caps(''))).toMatchObject({ capabilities: '' });
});

test('without getcap the capabilities are not known', () => {
  expect(factsOf(of('newuidmap'), host('/usr/bin/newuidmap', '0755'))).not.toHaveProperty('capabilities');
  const failing = { programs: { 'getcap /usr/bin/x': { stderr: 'Operation not supported' } } };
  expect(factsOf(of('x'), host('/usr/bin/x', '0755', failing))).not.toHaveProperty('capabilities');
});

test('not there, or there and not to be run', () => {
  expect(factsOf(of('iptables'), {})).toEqual({ found: false });
  expect(factsOf(of('iptables'), host('/usr/sbin/iptables', '0644'))).toMatchObject({ found: true, executable: false });
  expect(factsOf(of('/opt/x/runc'), host('/opt/x/runc', '0755'))).toMatchObject({ found: true, path: '/opt/x/runc' });
  expect(factsOf(of('/opt/x/runc'), {})).toEqual({ found: false });
});

test('the PATH of the unit, of the snap, of a rootless daemon, of the caller', () => {
  const unit = '[Service]\nExecStart=/usr/bin/dockerd\nEnvironment="PATH=/opt/bin:/usr/bin" A=1\n';
  const files = { '/lib/systemd/system/docker.service': unit };
  expect(factsOf(of('runc'), host('/opt/bin/runc', '0755', { files }))).toMatchObject({ path: '/opt/bin/runc' });
  const snap = { now: 0, unit: 'snap.docker.dockerd.service' };
  expect(factsOf(of('runc'), host('/snap/docker/current/bin/runc', '0755'), snap)).toMatchObject({ found: true });
  const rootless = { now: 0, rootless: { home: '/home/a', runtime: '/run/user/1000' } };
  expect(factsOf(of('rootlesskit'), host('/home/a/bin/rootlesskit', '0755'), rootless)).toMatchObject({ found: true });
  const variables = { PATH: '/home/a/.local/bin:relative' };
  const helper = host('/home/a/.local/bin/docker-credential-pass', '0755', { variables });
  expect(factsOf(of('docker-credential-pass'), helper)).toMatchObject({ found: true });
});

test('a folder that may not be seen may hold it', () => {
  expect(answerOf(of('runc'), { unknown: { '/usr/local/sbin/runc': 'denied' } })).toEqual({
    known: false,
    why: 'denied',
  });
});

test('what is no name is not looked for', () => {
  for (const name of ['', 'a b', '../x', '/usr/../etc/x', '-x\n', 'a/b'])
    expect(answerOf(of(name), {})).toEqual({ known: false, why: 'not-asked' });
});
