import { expect, test } from 'vitest';
import { paintFor } from '../../src/report/paint.ts';

const look = { colour: true, unicode: true, width: 80 };

test('the width is kept within reason', () => {
  expect([10, 60, 300, Number.NaN].map((width) => paintFor({ ...look, width }).width)).toEqual([40, 60, 100, 80]);
});

test('every glyph has an ASCII twin', () => {
  const plain = paintFor({ ...look, unicode: false });
  const names = ['found', 'possible', 'healthy', 'none', 'bar', 'bullet', 'cut'] as const;
  for (const name of names) expect(plain.glyph(name)).toMatch(/^[ -~]+$/);
});

test('colour, or none', () => {
  expect(paintFor(look).tone('found', 'x')).toBe('\x1b[31mx\x1b[39m');
  expect(paintFor({ ...look, colour: false }).bold('x')).toBe('x');
  expect(paintFor(look).dim('')).toBe('');
});
