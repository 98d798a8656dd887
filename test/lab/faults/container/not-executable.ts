import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  'no-bit': { inject: [], observe: run('alpine /noexec.sh'), heal: [] },
  directory: { inject: [], observe: run('alpine /etc'), heal: [] },
};
