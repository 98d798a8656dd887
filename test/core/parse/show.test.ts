import { expect, test } from 'vitest';
import { parseShow, spanSeconds } from '../../../src/core/parse/show.ts';

test('one key a line; a repeated key gathers, other lines are passed over', () => {
  const properties = parseShow('LoadState=loaded\nExecStart={ a }\nExecStart={ b }\nnoise\n=x\nEmpty=\n');
  expect(properties.get('LoadState')).toEqual(['loaded']);
  expect(properties.get('ExecStart')).toEqual(['{ a }', '{ b }']);
  expect(properties.get('Empty')).toEqual(['']);
  expect(properties.size).toBe(3);
});

for (const [text, seconds] of [
  ['1min 30s', 90],
  ['90', 90],
  ['2h 5min', 7500],
  ['500ms', 0.5],
  ['infinity', Number.POSITIVE_INFINITY],
  ['soon', undefined],
] as const) {
  test(`a span of ${text}`, () => expect(spanSeconds(text)).toBe(seconds));
}
