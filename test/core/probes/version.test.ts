import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const of = (program: string) => ({ ask: 'version', program });
const host = (binary: string, printed: string): FakeHost => ({
  files: { [`/usr/bin/${binary}`]: 'ELF' },
  stats: { [`/usr/bin/${binary}`]: { mode: '0755' } },
  programs: { [`${binary} --version`]: printed },
});

test('what each of them prints', () => {
  const runc = 'runc version 1.1.5+ds1\ncommit: 1.1.5+ds1-1\nspec: 1.0.2-dev\ngo: go1.19.8\nlibseccomp: 2.5.4\n';
  expect(factsOf(of('docker'), host('docker', 'Docker version 18.09.1-ce, build 4c52b90\n'))).toEqual({
    found: true,
    path: '/usr/bin/docker',
    version: '18.09.1',
    major: 18,
    minor: 9,
  });
  expect(factsOf(of('runc'), host('runc', runc))).toMatchObject({ version: '1.1.5', major: 1, minor: 1 });
  expect(factsOf(of('libseccomp'), host('runc', runc))).toMatchObject({ version: '2.5.4', major: 2, minor: 5 });
  const containerd = 'containerd github.com/containerd/containerd/v2 v2.1.4 75cb2b7\n';
  expect(factsOf(of('containerd'), host('containerd', containerd))).toMatchObject({ version: '2.1.4', major: 2 });
  const systemd = 'systemd 252 (252.22-1~deb12u1)\n+PAM\n';
  expect(factsOf(of('systemd'), host('systemctl', systemd))).toMatchObject({ version: '252', major: 252, minor: 0 });
});

test('a candidate is no release, however a distribution writes it', () => {
  const rc = factsOf(of('runc'), host('runc', 'runc version 1.0.0~rc93+ds1\n'));
  expect(rc).toMatchObject({ version: '1.0.0-rc93', major: 1, minor: 0 });
  expect(answerOf(of('libseccomp'), host('runc', 'runc version 1.0.0-rc10\n'))).toEqual({
    known: false,
    why: 'unreadable',
  });
});

test('not installed, not known, not a program', () => {
  expect(factsOf(of('runc'), {})).toEqual({ found: false });
  expect(answerOf(of('libseccomp'), {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(of('rm'), {})).toEqual({ known: false, why: 'not-asked' });
  expect(answerOf(of('constructor'), {})).toEqual({ known: false, why: 'not-asked' });
});

test('where nothing can be run the package tells', () => {
  const files = {
    '/usr/bin/dockerd': 'ELF',
    '/var/lib/dpkg/status':
      'Package: docker-ce\nStatus: install ok installed\nVersion: 5:20.10.24~3-0~debian-bookworm\n',
  };
  const stats = { '/usr/bin/dockerd': { mode: '0755' } };
  expect(factsOf(of('dockerd'), { files, stats })).toEqual({
    found: true,
    path: '/usr/bin/dockerd',
    version: '20.10.24',
    major: 20,
    minor: 10,
  });
});

test('a program that fails has no version, and is there', () => {
  const broken = { ...host('runc', ''), programs: { 'runc --version': { code: 127, stderr: 'GLIBC not found' } } };
  expect(factsOf(of('runc'), broken)).toEqual({ found: true, path: '/usr/bin/runc' });
});

test('of another folder than the usual ones nothing is run', () => {
  const files = {
    '/lib/systemd/system/docker.service': '[Service]\nExecStart=/opt/b/dockerd\nEnvironment=PATH=/opt/b:/usr/bin\n',
    '/opt/b/runc': 'ELF',
  };
  const stats = { '/opt/b/runc': { mode: '0755' } };
  const programs = { 'runc --version': 'runc version 9.9.9\n' };
  expect(factsOf(of('runc'), { files, stats, programs })).toEqual({ found: true, path: '/opt/b/runc' });
});
