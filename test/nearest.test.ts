import { expect, test } from 'vitest';
import { nearest } from '../src/nearest.ts';

const known = ['format', 'json', 'color', 'rules', 'unit', 'since'];

for (const [word, meant] of [
  ['fromat', 'format'],
  ['jsn', 'json'],
  ['colour', 'color'],
  ['form', 'format'],
  ['s', 'since'],
  ['rule', 'rules'],
  ['format', 'format'],
  ['xyz', undefined],
  ['formatting-it', undefined],
  ['x'.repeat(100_000), undefined],
] as const) {
  test(`${word.slice(0, 20)} means ${meant}`, () => expect(nearest(word, known)).toBe(meant));
}

test('where nothing is known, nothing is meant', () => expect(nearest('x', [])).toBeUndefined());
