import type { Faults } from '../../fault/fault.ts';
import { background, dockerd, endBackground, execStart, noDropins, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  tcp: {
    inject: [background('nc', '/bin/busybox nc -ll -p 2375 -e cat'), execStart(`${dockerd} -H tcp://0.0.0.0:2375`)],
    observe: onRestart,
    heal: [endBackground('nc')],
  },
  'address-not-here': {
    inject: [execStart(`${dockerd} -H tcp://192.0.2.77:2375`)],
    observe: onRestart,
    heal: [noDropins()],
  },
};
