import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  gpus: { inject: [], observe: run('--gpus all alpine true'), heal: [] },
};
