import { expect, test } from 'vitest';
import { isAbsolute, parentOf, parentsOf } from '../../../src/core/ask/path.ts';

test('what may be asked of a host', () => {
  expect(['/a', '/', 'a', '', '~/a', '/a\0b', './a'].map(isAbsolute)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('parents, the nearest first, without the root', () => {
  expect(parentsOf('/var/lib/docker')).toEqual(['/var/lib', '/var']);
  expect(parentsOf('/var')).toEqual([]);
  expect([parentOf('/var/lib'), parentOf('/var'), parentOf('/')]).toEqual(['/var', '/', '/']);
});
