import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  chown: { inject: [], observe: run('--cap-drop ALL alpine chown 1000 /data'), heal: [] },
  mount: { inject: [], observe: run('alpine mount -t tmpfs tmpfs /data'), heal: [] },
  unknown: { inject: [], observe: run('--cap-add SUPERUSER alpine true'), heal: [] },
};
