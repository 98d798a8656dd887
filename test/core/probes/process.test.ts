import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const query = { ask: 'process', name: 'dockerd' } as const;
const one = (pid: number, comm: string, argv: string, cgroup = '0::/system.slice/docker.service\n', uid = 0) => ({
  [`/proc/${pid}/comm`]: `${comm}\n`,
  [`/proc/${pid}/cmdline`]: argv.replaceAll(' ', '\0'),
  [`/proc/${pid}/cgroup`]: cgroup,
  [`/proc/${pid}/status`]: `Name:\t${comm}\nUid:\t${uid}\t${uid}\t${uid}\t${uid}\n`,
});
const init = one(1, 'systemd', '/sbin/init', '0::/init.scope\n');

test('a running daemon', () => {
  const files = { ...init, ...one(77, 'dockerd', '/usr/bin/dockerd -H fd://') };
  expect(factsOf(query, { files })).toEqual({
    count: 1,
    pid: 77,
    command: '/usr/bin/dockerd -H fd://',
    uid: 0,
    snap: false,
  });
});

test('none, and one from the snap beside another', () => {
  expect(factsOf(query, { files: init })).toEqual({ count: 0 });
  const snap = one(78, 'dockerd', 'dockerd --group docker', '0::/system.slice/snap.docker.dockerd.service\n');
  const files = { ...init, ...one(77, 'dockerd', '/usr/bin/dockerd'), ...snap };
  expect(factsOf(query, { files })).toMatchObject({ count: 2, snap: true });
});

test('a /proc that hides the processes of others proves nothing', () => {
  expect(answerOf(query, { files: one(77, 'bash', 'bash') })).toEqual({ known: false, why: 'denied' });
  const hidden: FakeHost = { files: init, unknown: { '/proc/1/comm': 'denied' } };
  expect(answerOf(query, hidden)).toEqual({ known: false, why: 'denied' });
});

test('a disk has no processes', () => {
  expect(answerOf(query, {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(query, { unknown: { '/proc': 'absent' } })).toEqual({ known: false, why: 'absent' });
  expect(answerOf({ ask: 'process', name: '../x' }, { files: init })).toEqual({ known: false, why: 'not-asked' });
});

test('whose cgroup is not known may be of a snap', () => {
  const host: FakeHost = {
    files: { ...init, ...one(77, 'dockerd', 'dockerd') },
    unknown: { '/proc/77/cgroup': 'denied' },
  };
  expect(factsOf(query, host)).not.toHaveProperty('snap');
});
