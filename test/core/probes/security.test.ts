import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const ask = { ask: 'security' };
const enforce = '/sys/fs/selinux/enforce';
const enabled = '/sys/module/apparmor/parameters/enabled';
const scene = { now: 0, since: 1_700_000_000_000 };
const log = 'journalctl -k -b 0 -o cat --no-pager -n 10000 --since @1700000000';
const audit = 'ausearch -m avc -ts boot';

test('the modes', () => {
  expect(factsOf(ask, { files: { [enforce]: '1', [enabled]: 'Y\n' } })).toEqual({
    selinux: 'enforcing',
    apparmor: true,
  });
  expect(factsOf(ask, { files: { [enforce]: '0', [enabled]: 'N\n' } })).toEqual({
    selinux: 'permissive',
    apparmor: false,
  });
  const machine = { '/proc/2/comm': 'kthreadd\n', '/sys/fs/cgroup/x': '', '/sys/module/ext4/x': '' };
  expect(factsOf(ask, { files: machine })).toEqual({ selinux: 'disabled', apparmor: false });
});

test('in a container the absence of SELinux is no answer; without /sys nothing is', () => {
  const files = { '/.dockerenv': '', '/sys/fs/cgroup/x': '', '/sys/module/ext4/x': '' };
  expect(factsOf(ask, { files })).toEqual({ apparmor: false });
  expect(answerOf(ask, {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(ask, { unknown: { [enforce]: 'not-asked', [enabled]: 'not-asked' } })).toMatchObject({
    known: false,
  });
});

const denials = (kernel: string, records?: FakeHost['programs']): unknown =>
  factsOf(ask, { files: { [enforce]: '1' }, programs: { [log]: kernel, ...records } }, scene)['denials'];

test('denials that concern Docker, of the kernel and of auditd', () => {
  const docker =
    'audit: type=1400 audit(1700000005.1:7): avc:  denied  { read } for comm="x" scontext=s:r:container_t:s0';
  expect(denials(`${docker}\n`)).toBe(1);
  expect(denials('apparmor="DENIED" operation="mount" profile="docker-default" comm="mount"\n')).toBe(1);
  expect(denials('apparmor="DENIED" operation="open" profile="/usr/sbin/cupsd"\n')).toBe(0);
  expect(denials(`${docker} permissive=1\n`)).toBe(0);
  const old = docker.replace('1700000005', '1600000000');
  expect(denials('x\n', { [audit]: `----\ntype=AVC msg=${docker}\ntype=AVC msg=${old}\n` })).toBe(1);
  expect(denials('x\n', { [audit]: { code: 1, stderr: '<no matches>\n' } })).toBe(0);
});

test('what auditd keeps to itself is not known, nor what happened at some time', () => {
  expect(
    denials('x\n', { [audit]: { code: 1, stderr: 'Error opening config file (Permission denied)\n' } }),
  ).toBeUndefined();
  expect(factsOf(ask, { files: { [enforce]: '1' }, programs: { [log]: 'x' } })).not.toHaveProperty('denials');
});

test('a profile', () => {
  const profiles = '/sys/kernel/security/apparmor/profiles';
  const facts = (profile: string) =>
    factsOf({ ask: 'security', profile }, { files: { [profiles]: 'docker-default (enforce)\n' } });
  expect(facts('docker-default')).toMatchObject({ profile: 'enforce' });
  expect(facts('docker')).toMatchObject({ profile: 'none' });
});
