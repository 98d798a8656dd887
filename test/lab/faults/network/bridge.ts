import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  'named-missing': {
    inject: [daemonJson({ bridge: 'br0' })],
    observe: onRestart,
    heal: [sh('ip link add br0 type bridge; ip addr add 192.168.55.1/24 dev br0; ip link set br0 up')],
    fresh: true,
  },
};
