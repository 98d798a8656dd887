import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  cpus: { inject: [], observe: run('--cpus 1 alpine true'), heal: [] },
};
