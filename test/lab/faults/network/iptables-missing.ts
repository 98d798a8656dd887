import type { Faults } from '../../fault/fault.ts';
import { move, onRestart, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  moved: {
    inject: [stopDocker, move('/usr/sbin/iptables', '/usr/sbin/iptables.off')],
    observe: onRestart,
    heal: [move('/usr/sbin/iptables.off', '/usr/sbin/iptables')],
  },
};
