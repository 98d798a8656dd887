import type { Faults } from '../../fault/fault.ts';
import { background, onRestart, remove, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  'other-process': {
    inject: [
      stopDocker,
      background('sleep', '/bin/sleep 900'),
      sh('systemctl show -p MainPID --value lab-bg-sleep > /run/docker.pid'),
    ],
    observe: onRestart,
    heal: [remove('/run/docker.pid')],
    also: ['daemon/already-running'],
  },
};
