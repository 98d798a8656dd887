import { expect, test } from 'vitest';
import { columns, padTo, pieces } from '../../src/report/columns.ts';

test.each([
  ['abc', 3],
  ['4월 21', 6],
  ['日本語', 6],
  ['ｱｲｳ', 3],
  ['Ａ', 2],
  ['e\u0301', 1],
  ['\u1112\u1161\u11ab', 2],
  ['😀✔', 3],
])('%s takes %i columns', (text, count) => {
  expect(columns(text)).toBe(count);
});

test('padding counts columns', () => {
  expect(padTo('월', 4)).toBe('월  ');
  expect(padTo('long', 2)).toBe('long');
});

test('a text is cut by columns, and no letter in two', () => {
  expect(pieces('월월월', 5)).toEqual(['월월', '월']);
  expect(pieces('😀😀', 1)).toEqual(['😀', '😀']);
  expect(pieces('', 5)).toEqual([]);
});
