import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  foreign: { inject: [], observe: run('alpine /foreign'), heal: [] },
  'no-shebang': { inject: [], observe: run('alpine /noshebang.sh'), heal: [] },
};
