import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  'in-proc': { inject: [], observe: run('-v /opt:/proc/foo alpine true'), heal: [] },
};
