import { expect, test } from 'vitest';
import { failureWords } from '../../../../src/hosts/hands/failure.ts';
import { refusalOf } from '../../../../src/hosts/hands/far/refusal.ts';

test.each([
  ["mv: cannot move 'a' to 'b': No space left on device", 'ENOSPC'],
  ['sh: 1: cannot create /etc/x: Read-only file system', 'EROFS'],
  ["chmod: changing permissions of '/etc/x': Operation not permitted", 'EPERM'],
  ["can't create /etc/x: File exists", 'EEXIST'],
  ['bash: line 3: /etc/x: cannot overwrite existing file', 'EEXIST'],
  ["mv: cannot stat '/no space left on device': Permission denied", 'EACCES'],
  ['', 'EIO'],
  ['something else', 'EIO'],
])('%j is %s', (said, code) => {
  expect(refusalOf(said, '/etc/x')).toMatchObject({ code, path: '/etc/x' });
});

test('it is said in the same words as on this host', () => {
  expect(failureWords(refusalOf('sync: error: No space left on device\n', '/etc/x'))).toBe('the disk is full: /etc/x');
});
