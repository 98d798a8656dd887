import { expect, test } from 'vitest';
import type { Diagnosis, Outcome } from '../src/core/types.ts';
import { type ExitCode, exitCodeFor, exitCodeOf } from '../src/exit-code.ts';

const diagnosis = (outcome: Outcome): Diagnosis => ({
  input: 'x',
  outcome,
  findings: [],
  attempts: [],
  wanted: [],
  seen: [],
  notes: [],
});

for (const [outcome, code] of [
  ['healthy', 0],
  ['found', 1],
  ['insufficient', 3],
  ['unrelated', 3],
] as const) {
  test(`${outcome}: ${code}`, () => expect(exitCodeFor(diagnosis(outcome))).toBe(code));
}

for (const [codes, code] of [
  [[], 0],
  [[0, 0], 0],
  [[0, 3], 3],
  [[3, 1, 0], 1],
  [[1, 2, 3], 2],
  [[0, 2, 130, 1], 130],
] as const satisfies readonly (readonly [readonly ExitCode[], ExitCode])[]) {
  test(`of ${codes.join(', ') || 'nothing'}: ${code}`, () => expect(exitCodeOf(codes)).toBe(code));
}
