import { expect, test } from 'vitest';
import { createDice, ordinaryJournal } from '../../src/rulebook/ordinary.ts';
import { causesOf, diagnoseText } from '../diagnose-text.ts';

test('the same for the same seed', () => {
  expect(ordinaryJournal(5, 50, 0.5)).toBe(ordinaryJournal(5, 50, 0.5));
  expect(ordinaryJournal(5, 50, 0.5)).not.toBe(ordinaryJournal(6, 50, 0.5));
});

test('dice stay within their bounds', () => {
  const dice = createDice(1);
  for (let turn = 0; turn < 1000; turn += 1) {
    expect(dice.upTo(3)).toBeLessThan(3);
    expect(dice.hex(7)).toMatch(/^[0-9a-f]{7}$/);
  }
});

test('no cause is found where all is well', () => {
  expect(causesOf(diagnoseText(ordinaryJournal(1, 4000, 0.4)))).toEqual([]);
});
