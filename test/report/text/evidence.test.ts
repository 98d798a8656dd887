import { expect, test } from 'vitest';
import { paintFor } from '../../../src/report/paint.ts';
import { quoted, quotedAll } from '../../../src/report/text/evidence.ts';
import { line } from '../diagnoses.ts';

const paint = paintFor({ colour: false, unicode: true, width: 60 });

test('place, time as printed, text behind a bar', () => {
  expect(quoted(line('stdin', 12, 'failed to start daemon', '4월 21 14:07:44'), paint)).toEqual([
    '  stdin:12, 4월 21 14:07:44',
    '  │ failed to start daemon',
  ]);
});

test('a message of many rows is cut, and says so', () => {
  const rows = quoted(line('a', 1, Array.from({ length: 9 }, (_, at) => `row ${at}`).join('\n')), paint);
  expect(rows.at(-1)).toBe('  3 more rows of this message');
  expect(rows).toHaveLength(8);
});

test('what the pager cut gets a word', () => {
  const rows = quoted({ ...line('a', 1, 'x'), cut: 'middle' }, paint).join(' ');
  expect(rows).toContain('The middle of this line was cut off');
});

test('of many lines two are shown', () => {
  const rows = quotedAll(
    [1, 2, 3].map((at) => line('a', at, 'x')),
    paint,
  );
  expect(rows.at(-1)).toBe('  1 more line like this');
});
