import { expect, test } from 'vitest';
import { patternOf, signsOf } from '../../../src/core/match/signs.ts';
import { allRules } from '../../diagnose-text.ts';

const signs = signsOf(allRules);
const literalCount = signs.tables.places.length;

const textOf = (literal: number): string => {
  const { text, starts } = signs.tables;
  return new TextDecoder().decode(text.subarray(starts[literal], starts[literal + 1]));
};

test('each literal of each pattern leads to the pattern', () => {
  for (let literal = 0; literal < literalCount; literal += 1) {
    for (const index of Array.from(signs.targetsOf(literal))) {
      const target = signs.target(index);
      const rule = allRules[target.rule];
      expect(rule && patternOf(rule, target)?.literals).toContain(textOf(literal));
    }
  }
  const reached = new Set(
    Array.from({ length: literalCount }, (_, literal) => Array.from(signs.targetsOf(literal))).flat(),
  );
  expect(reached.size).toBe(signs.count);
});

test('a literal that matters at a level matters at the graver ones', () => {
  const { any, warning, info, debug } = signs.telling;
  expect([any, warning, info, debug]).toEqual([any, warning, info, debug].toSorted((one, other) => one - other));
  expect(textOf(0)).toMatch(/docker|containerd|rootlesskit|moby|balena/);
  expect(any).toBeLessThan(12);
});
