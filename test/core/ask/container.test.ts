import { expect, test } from 'vitest';
import { containerOf, wslOf } from '../../../src/core/ask/container.ts';
import { converse } from '../fake-host.ts';

test('WSL by the name of its kernel', () => {
  expect(wslOf('4.4.0-19041-Microsoft')).toBe('wsl');
  expect(wslOf('5.10.16.3-microsoft-standard-WSL2')).toBe('wsl2');
  expect(wslOf('6.8.0-1012-azure')).toBeUndefined();
});

test('what systemd says comes before marks, and kernel threads before both', () => {
  const files = { '/run/systemd/container': 'lxc\n', '/.dockerenv': '' };
  expect(converse(containerOf(), { files })).toBe('lxc');
  expect(converse(containerOf(), { files: { ...files, '/proc/2/comm': 'kthreadd\n' } })).toBe('none');
  expect(converse(containerOf(), {})).toBeUndefined();
});
