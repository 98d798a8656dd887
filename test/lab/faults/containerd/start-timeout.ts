import type { Faults } from '../../fault/fault.ts';
import { onRestart, stopDocker, systemctl } from '../../fault/steps.ts';

export const faults: Faults = {
  frozen: {
    inject: [stopDocker, systemctl('kill', '-s', 'STOP', 'containerd')],
    observe: onRestart,
    heal: [systemctl('kill', '-s', 'CONT', 'containerd')],
    fresh: true,
    // its unit is active, and nothing but the log says that dockerd waited for it
    rotated: false,
    also: ['containerd/not-running', 'systemd/start-timeout'],
  },
};
