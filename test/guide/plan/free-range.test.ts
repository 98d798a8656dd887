import { expect, test } from 'vitest';
import { openDraft } from '../../../src/guide/plan/draft.ts';
import { freeRange } from '../../../src/guide/plan/free-range.ts';
import { converse, type FakeHost } from '../../core/fake-host.ts';

const rangeIn = (subuid: string | undefined, subgid: string | undefined, host: FakeHost = {}) => {
  const draft = openDraft();
  const files = {
    ...(subuid !== undefined && { '/etc/subuid': subuid }),
    ...(subgid !== undefined && { '/etc/subgid': subgid }),
  };
  return { free: converse(freeRange(draft), { files, ...host }), problems: draft.problems };
};

test('the first range that nobody has, in either file', () => {
  expect(rangeIn(undefined, undefined).free).toBe(100_000);
  expect(rangeIn('a:100000:65536\n', '').free).toBe(165_536);
  expect(rangeIn('a:100000:65536\n', 'a:165536:65536\n').free).toBe(231_072);
  expect(rangeIn('a:231072:65536\nb:100000:65536', 'c:1:5').free).toBe(165_536);
  expect(rangeIn('a:165000:1\n', '').free).toBe(165_001);
  expect(rangeIn('a:50000:60000\r\n# x\n\nodd line\nb:word:7\n', '').free).toBe(110_000);
});

test('no room at all is said; a file that cannot be read too', () => {
  expect(rangeIn('a:0:4294967295\n', '').free).toBeUndefined();
  expect(rangeIn('a:0:4294967295\n', '').problems).toEqual([
    'no range of 65536 ids is free in /etc/subuid and /etc/subgid',
  ]);
  const { free, problems } = rangeIn('', '', { unknown: { '/etc/subgid': 'denied' } });
  expect(free).toBeUndefined();
  expect(problems).toHaveLength(1);
});
