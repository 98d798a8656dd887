import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  name: { inject: [], observe: run('--user app alpine true'), heal: [] },
  group: { inject: [], observe: run('--user root:app alpine true'), heal: [] },
};
