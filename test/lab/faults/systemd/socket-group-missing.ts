import type { Faults } from '../../fault/fault.ts';
import { onRestart, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  removed: {
    inject: [stopDocker, sh('groupdel docker')],
    observe: onRestart,
    heal: [sh('getent group docker || groupadd -r docker')],
    units: ['docker.socket'],
  },
};
