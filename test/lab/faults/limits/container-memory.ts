import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  'below-minimum': { inject: [], observe: run('-m 1m alpine true'), heal: [], also: ['config/invalid-value'] },
};
