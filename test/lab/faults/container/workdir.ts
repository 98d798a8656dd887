import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  'a-file': { inject: [], observe: run('-w /etc/passwd alpine true'), heal: [] },
  'not-absolute': { inject: [], observe: run('-w app alpine true'), heal: [] },
};
