import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  'not-namespaced': { inject: [], observe: run('--sysctl vm.max_map_count=262144 alpine true'), heal: [] },
  unknown: { inject: [], observe: run('--sysctl net.ipv4.no_such=1 alpine true'), heal: [] },
};
