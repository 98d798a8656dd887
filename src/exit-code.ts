import type { Diagnosis } from './core/types.ts';

/** 0 nothing wrong · 1 a cause was found · 2 could not run · 3 the evidence does not tell · 130 cancelled. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

const ofOne = ({ outcome }: Diagnosis): ExitCode => {
  if (outcome === 'found') return 1;
  return outcome === 'healthy' ? 0 : 3;
};

/** Of several inputs: a cause that was found outranks what is unclear, an input that could not be read outranks both. */
export const exitCodeOf = (codes: readonly ExitCode[]): ExitCode =>
  ([130, 2, 1, 3] as const).find((code) => codes.includes(code)) ?? 0;

export const exitCodeFor = (diagnosis: Diagnosis): ExitCode => ofOne(diagnosis);
