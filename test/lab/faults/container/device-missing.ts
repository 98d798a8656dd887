import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  named: { inject: [], observe: run('--device /dev/ttyUSB0 alpine true'), heal: [] },
};
