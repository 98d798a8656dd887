import { expect, test } from 'vitest';
import { isStamped, isStampedAt } from '../../../src/core/read/stamp.ts';
import { bytesOf } from '../read-text.ts';

for (const [line, is] of [
  ['Nov 23 08:24:56 host1 x', true],
  ['Nov  3 08:24:56 host1 x', true],
  ['2026-11-23T08:24:56.123+0000 host1 x', true],
  ['2026-11-23 08:24:56 x', true],
  ['4월 21 14:07:44 host1 x', false],
  ['Nov 23 08.24.56 host1 x', false],
  ['2026-11-23', false],
  ['20a6-11-23T08:24:56', false],
  ['', false],
] as const) {
  test(`"${line}" ${is ? 'has' : 'has not'} a stamp of its own`, () => {
    expect(isStamped(line)).toBe(is);
    expect(isStampedAt(bytesOf(`xx${line}`), 2)).toBe(is);
  });
}
