import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const ask = { ask: 'init' };
const release = '/proc/sys/kernel/osrelease';

test('a machine with systemd', () => {
  const files = { '/proc/1/comm': 'systemd\n', '/proc/2/comm': 'kthreadd\n', '/run/systemd/system/x': '' };
  expect(factsOf(ask, { files })).toEqual({ systemd: true, name: 'systemd', container: 'none' });
});

test('a machine made from the image of a container keeps its mark and is none', () => {
  const files = { '/proc/1/comm': 'init\n', '/proc/2/comm': 'kthreadd\n', '/.dockerenv': '' };
  expect(factsOf(ask, { files })).toEqual({ systemd: false, name: 'init', container: 'none' });
});

test('kinds of containers', () => {
  const kind = (files: Record<string, string>, programs = {}) => factsOf(ask, { files, programs })['container'];
  expect(kind({ '/run/systemd/container': 'lxc\n' })).toBe('lxc');
  expect(kind({ '/proc/1/environ': 'A=1\0container=podman\0' })).toBe('podman');
  expect(kind({ '/proc/1/environ': 'container=\x1b[31m\0' })).toBe('container-other');
  expect(kind({ '/.dockerenv': '' })).toBe('docker');
  expect(kind({ '/run/.containerenv': '' })).toBe('podman');
  expect(kind({ '/proc/vz/version': '' })).toBe('openvz');
  expect(kind({ [release]: '4.4.0-19041-Microsoft\n' })).toBe('wsl');
  expect(kind({ [release]: '5.15.90.1-microsoft-standard-WSL2\n' })).toBe('wsl2');
  expect(kind({}, { 'systemd-detect-virt --container': { code: 1, stdout: 'none\n' } })).toBe('none');
});

test('what cannot be seen is left out', () => {
  expect(factsOf(ask, { files: { '/proc/1/comm': 'init\n' } })).toEqual({ systemd: false, name: 'init' });
  expect(answerOf(ask, { unknown: { '/run/systemd/system': 'not-asked' } })).toEqual({ known: false, why: 'absent' });
});
