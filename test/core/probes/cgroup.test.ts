import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const ask = { ask: 'cgroup' };
const of = (controller: string) => ({ ask: 'cgroup', controller });
const v2 = '30 1 0:1 / /sys/fs/cgroup rw shared:4 - cgroup2 cgroup2 rw\n';
const v1 =
  '30 1 0:1 / /sys/fs/cgroup rw - tmpfs tmpfs rw\n31 30 0:2 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n32 30 0:3 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n';
const table = '#subsys_name\thierarchy\tnum_cgroups\tenabled\nmemory\t4\t18\t1\npids\t0\t1\t1\nblkio\t7\t1\t0\n';
const unit = { '/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd\n' };

const host = (mounts: string, files: Record<string, string> = {}): FakeHost => ({
  files: { '/proc/self/mountinfo': mounts, ...files },
});
const onV2 = (controllers: string) => host(v2, { '/sys/fs/cgroup/cgroup.controllers': controllers });
const onV1 = host(v1, { '/proc/cgroups': table });

test('version 2 and its controllers', () => {
  expect(factsOf(ask, onV2('cpuset cpu io memory\n'))).toEqual({
    version: 2,
    mounted: true,
    controllers: 'cpuset cpu io memory',
  });
  expect(factsOf(of('blkio'), onV2('cpu io\n'))).toMatchObject({ enabled: true });
  expect(factsOf(of('memory'), onV2('cpu io\n'))).toMatchObject({ enabled: false });
  expect(factsOf(of('memory'), onV2(''))).toMatchObject({ enabled: false, controllers: '' });
  expect(factsOf(of('devices'), onV2('cpu\n'))).not.toHaveProperty('enabled');
});

test('version 1, also where both are mounted', () => {
  const memory = { version: 1, mounted: true, controllers: 'memory pids', enabled: true, 'controller-mounted': true };
  expect(factsOf(of('memory'), onV1)).toEqual(memory);
  expect(factsOf(of('pids'), onV1)).toMatchObject({ enabled: true, 'controller-mounted': false });
  expect(factsOf(of('io'), onV1)).toMatchObject({ enabled: false });
  expect(factsOf(of('hugetlb'), onV1)).toMatchObject({ enabled: false });
  expect(factsOf(of('Devices'), onV1)).toMatchObject({ 'controller-mounted': false });
  expect(factsOf(of('docker'), onV1)).not.toHaveProperty('enabled');
  expect(factsOf(of('memory'), host(v1))).not.toHaveProperty('enabled');
});

test('not mounted is known where there is a table of mounts', () => {
  expect(factsOf(ask, host('20 1 8:1 / / rw - ext4 /dev/sda1 rw\n'))).toEqual({ mounted: false });
  expect(answerOf(ask, {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(ask, { unknown: { '/proc/self/mountinfo': 'not-asked' } })).toMatchObject({ known: false });
});

test('what is handed on to the user of a rootless daemon', () => {
  const path = '/sys/fs/cgroup/user.slice/user-1000.slice/user@1000.service/cgroup.controllers';
  const scene = { now: 0, rootless: { home: '/home/anna', runtime: '/run/user/1000' } };
  const delegated = (text: string) => factsOf(ask, host(v2, { [path]: text }), scene)['delegated'];
  expect(delegated('cpuset cpu io memory pids\n')).toBe(true);
  expect(delegated('memory pids\n')).toBeUndefined();
  expect(delegated('\n')).toBe(false);
  expect(factsOf(ask, host(v2), scene)).not.toHaveProperty('delegated');
  expect(factsOf(ask, { ...host(v2, { [path]: '\n' }), caller: { uid: 1000 } })).toMatchObject({ delegated: false });
});

test('the driver: from the settings, else what dockerd takes by itself', () => {
  const driver = (files: Record<string, string>, mounts = v2) => factsOf(ask, host(mounts, files))['driver'];
  const config = (text: string) => ({ ...unit, '/etc/docker/daemon.json': text });
  expect(driver(config('{"exec-opts":["native.cgroupdriver=cgroupfs"]}'))).toBe('cgroupfs');
  expect(driver({ ...unit, '/run/systemd/system/x': '' })).toBe('systemd');
  expect(driver({ ...unit, '/run/systemd/system/x': '' }, v1)).toBe('cgroupfs');
  expect(driver(unit)).toBe('cgroupfs');
  expect(driver(config('{'))).toBeUndefined();
  const flags = '[Service]\nExecStart=/usr/bin/dockerd --exec-opt native.cgroupdriver=systemd --exec-opt a=b\n';
  expect(driver({ '/lib/systemd/system/docker.service': flags })).toBe('systemd');
});
