import { expect, test } from 'vitest';
import { hasModulesFolder, newestOnDisk, releaseOf } from '../../../src/core/ask/kernel.ts';
import { converse } from '../fake-host.ts';

test('the release is a name, never a path', () => {
  const release = (text: string) => converse(releaseOf(), { files: { '/proc/sys/kernel/osrelease': text } });
  expect(release('6.1.0-18-amd64\n')).toBe('6.1.0-18-amd64');
  expect(release('../../etc\n')).toBeUndefined();
});

test('the newest on disk, by number; what is no kernel does not count', () => {
  const files = { '/lib/modules/6.1.0-9/x': '', '/lib/modules/6.1.0-10/x': '', '/lib/modules/extra/x': '' };
  expect(converse(newestOnDisk(), { files })).toBe('6.1.0-10');
  expect(converse(newestOnDisk(), {})).toBe('');
  expect(converse(newestOnDisk(), { unknown: { '/lib/modules': 'denied' } })).toBeUndefined();
});

test('missing modules are told only of a modular kernel outside of containers', () => {
  const files = { '/proc/modules': 'veth 1 0 - Live 0x0\n', '/proc/2/comm': 'kthreadd\n' };
  expect(converse(hasModulesFolder('6.1.0'), { files })).toBe(false);
  expect(converse(hasModulesFolder('6.1.0'), { files: { ...files, '/proc/modules': '' } })).toBeUndefined();
  expect(converse(hasModulesFolder('6.1.0'), { files: { ...files, '/proc/2/comm': 'sh\n' } })).toBeUndefined();
});
