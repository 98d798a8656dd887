import type { Faults } from '../../fault/fault.ts';
import { background, endBackground, onRestart, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  'by-hand': {
    inject: [
      stopDocker,
      background('dockerd', '/usr/sbin/dockerd'),
      sh('for i in $(seq 40); do docker version > /dev/null 2>&1 && break; sleep .3; done; systemctl daemon-reload'),
    ],
    observe: onRestart,
    heal: [endBackground('dockerd')],
    silent: true,
  },
};
