import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createScanner } from '../../../src/core/match/scanner.ts';
import { folded, tablesOf } from '../../../src/core/match/tables.ts';
import { bytesOf } from '../read-text.ts';

interface Found {
  readonly literal: number;
  readonly at: number;
}

/** Every literal is compared at every place. */
const naive = (literals: readonly string[], bytes: Uint8Array, from: number, to: number): readonly Found[] => {
  const text = folded(bytes);
  const parts = literals.map((literal) => folded(bytesOf(literal)));
  const found: Found[] = [];
  for (let at = from; at < to; at += 1) {
    for (const [literal, part] of parts.entries()) {
      if (at + part.length <= to && part.every((byte, index) => text[at + index] === byte)) found.push({ literal, at });
    }
  }
  return found;
};

const scan = (literals: readonly string[], bytes: Uint8Array, from: number, to: number, sample?: Uint8Array) => {
  const { next, each } = createScanner(tablesOf(literals, sample));
  const found: Found[] = [];
  each(bytes, from, to, (literal, at) => void found.push({ literal, at }));
  return { found, next: (least?: number) => next(bytes, from, to, least) };
};

/** So few letters that literals overlap, nest and nearly fit. */
const letters = fc.constantFrom('a', 'A', 'b', 'B', ' ', '0', 'P', '[', '{', 'é', '사');
const literals = fc.uniqueArray(fc.string({ unit: letters, minLength: 3, maxLength: 14 }), {
  minLength: 1,
  maxLength: 30,
  selector: (text) => String(folded(bytesOf(text))),
});

const haystack = fc
  .tuple(literals, fc.array(fc.oneof(letters, fc.constant('\n'), fc.nat({ max: 29 })), { maxLength: 120 }))
  .map(([some, parts]) => ({
    some,
    bytes: bytesOf(parts.map((part) => (typeof part === 'number' ? (some[part % some.length] ?? '') : part)).join('')),
  }));

const range = fc
  .tuple(haystack, fc.nat(), fc.nat(), fc.option(fc.string({ unit: letters })))
  .map(([{ some, bytes }, one, other, sample]) => {
    const [from = 0, to = 0] = [one % (bytes.length + 1), other % (bytes.length + 1)].sort(
      (left, right) => left - right,
    );
    return { some, bytes, from, to, sample: sample === null ? undefined : bytesOf(sample) };
  });

test('the scanner finds what a comparison at every place finds', () => {
  fc.assert(
    fc.property(range, ({ some, bytes, from, to, sample }) => {
      expect(scan(some, bytes, from, to, sample).found).toEqual(naive(some, bytes, from, to));
    }),
    { numRuns: 2000 },
  );
});

test('next gives a literal in the first line that holds one, and minds the least that counts', () => {
  fc.assert(
    fc.property(range, fc.nat({ max: 5 }), ({ some, bytes, from, to, sample }, least) => {
      const lineOf = (at: number): number => bytes.subarray(0, at).filter((byte) => byte === 10).length;
      const counting = naive(some, bytes, from, to).filter(({ literal }) => literal >= least);
      const at = scan(some, bytes, from, to, sample).next(least);
      expect(at === -1).toBe(counting.length === 0);
      if (at === -1) return;
      expect(counting.map((one) => one.at)).toContain(at);
      expect(lineOf(at)).toBe(Math.min(...counting.map((one) => lineOf(one.at))));
    }),
    { numRuns: 2000 },
  );
});

describe('by hand', () => {
  const find = (some: readonly string[], text: string): readonly Found[] => {
    const bytes = bytesOf(text);
    return scan(some, bytes, 0, bytes.length).found;
  };

  test('letters of any case', () => expect(find(['subuid'], 'No SubUID')).toEqual([{ literal: 0, at: 3 }]));
  test('letters beyond ASCII as they are', () => {
    expect(find(['요약: é'], 'x 요약: é')).toEqual([{ literal: 0, at: 2 }]);
    expect(find(['요약: é'], 'x 요약: É')).toEqual([]);
  });
  test('what only hashes alike is no letter', () => expect(find(['a[b'], 'A{B')).toEqual([]));
  test('one within another, one behind another', () =>
    expect(find(['abcabc', 'bca'], 'abcabcabc').map(({ at }) => at)).toEqual([0, 1, 3, 4]));
  test('an empty text', () => expect(find(['abc'], '')).toEqual([]));
});

test('a literal that is shorter than a block is refused', () =>
  expect(() => tablesOf(['ab'])).toThrow('shorter than 3 bytes'));

test('the window stands where ordinary text is not', () => {
  const sample = bytesOf('failed to start failed to start failed to start ');
  const { window, places } = tablesOf(['failed to start rootlesskit'], sample);
  expect(window).toBe(10);
  expect(places[0]).toBeGreaterThanOrEqual('failed to'.length);
});
