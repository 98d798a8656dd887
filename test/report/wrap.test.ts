import { expect, test } from 'vitest';
import { wrap, wrapProse } from '../../src/report/wrap.ts';

test('words are kept whole, the first line may hang', () => {
  expect(wrap('one two three four', 20, { first: '1. ', rest: '   ' })).toEqual(['1. one two three', '   four']);
});

test('a word that is too long is broken, and loses nothing', () => {
  const lines = wrap(`see ${'x'.repeat(50)} end`, 20, { first: '  ' });
  expect(lines.every((line) => line.length <= 20)).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe(`see${'x'.repeat(50)}end`);
});

test('wide letters count two', () => {
  expect(wrap('월월월 월월월', 13)).toEqual(['월월월 월월월']);
  expect(wrap('월월월 월월월', 12)).toEqual(['월월월', '월월월']);
});

test('nothing gives no line', () => {
  expect(wrap('', 20, { first: '- ' })).toEqual([]);
  expect(wrap(' \n ', 20)).toEqual([]);
});

test('prose: lines flow, paragraphs part, items and indented lines stay', () => {
  const text = 'First line\nflows on.\n\n- an item that is long\n- two\n\n    kept   as it is\n';
  expect(wrapProse(text, 20, ' ')).toEqual([
    ' First line flows',
    ' on.',
    '',
    ' - an item that is',
    '   long',
    ' - two',
    '',
    '     kept   as it is',
  ]);
});
