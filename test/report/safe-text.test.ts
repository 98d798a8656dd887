import { expect, test } from 'vitest';
import { asciiText, mapTexts, safeText, shorten } from '../../src/report/safe-text.ts';

test.each([
  ['\x1b[2J', '\\x1b[2J'],
  ['\x1b]0;title\x07', '\\x1b]0;title\\x07'],
  ['\x00\x08\x7f', '\\x00\\x08\\x7f'],
  ['\x9b31m', '\\x9b31m'],
  ['a\tb', 'a b'],
  ['a\rb', 'a\\x0db'],
  ['a\r\nb', 'a\nb'],
  ['\u202eevil\u2066', '\\u202eevil\\u2066'],
  ['zero\u200bwidth\ufeff', 'zero\\u200bwidth\\ufeff'],
  ['line\u2028para\u2029', 'line\\u2028para\\u2029'],
  ['lone \ud800 half', 'lone \\ud800 half'],
  ['tag \u{e0041}', 'tag \\u{e0041}'],
  ['4월 21 Mär 日本 😀', '4월 21 Mär 日本 😀'],
])('%j is shown as %j', (raw, shown) => {
  expect(safeText(raw)).toBe(shown);
});

test('a plain terminal gets plain letters', () => {
  expect(asciiText('“4월” – Mär…')).toBe('"4\\uc6d4" - M\\xe4r...');
});

test('a long text loses its middle, to the character', () => {
  expect(shorten('short', 10, '…')).toBe('short');
  expect(shorten('abcdefghijklmnopqrst', 11, '…')).toBe('abcdef…qrst');
  expect([...shorten('😀'.repeat(50), 20, '…')].length).toBe(20);
});

test('the part to keep stays, between two gaps', () => {
  const text = `${'a'.repeat(300)}MATCH${'b'.repeat(300)}`;
  const short = shorten(text, 100, '…', 300);
  expect(short).toMatch(/^a+…a+MATCHb+…b+$/);
  expect(short.length).toBe(100);
});

test('every text is mapped, keys too, and nothing else is changed', () => {
  const data = { a: ['x', { b: 'y', n: 1, no: false, none: null }] };
  expect(mapTexts(data, (text) => text.toUpperCase())).toEqual({ A: ['X', { B: 'Y', N: 1, NO: false, NONE: null }] });
});

test('the name of a text is told', () => {
  const names: string[] = [];
  mapTexts({ token: ['a'], other: 'b' }, (text, key) => {
    if (key !== '') names.push(`${key}=${text}`);
    return text;
  });
  expect(names).toEqual(['token=a', 'other=b']);
});
