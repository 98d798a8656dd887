import type { Faults } from '../../fault/fault.ts';
import { execStart, noDropins, onRestart, stopDocker, systemctl } from '../../fault/steps.ts';

export const faults: Faults = {
  masked: {
    inject: [stopDocker, systemctl('stop', 'containerd'), systemctl('mask', 'containerd')],
    observe: onRestart,
    heal: [systemctl('unmask', 'containerd')],
    fresh: true,
    also: ['containerd/start-timeout', 'systemd/unit-masked'],
    units: ['containerd.service'],
  },
  'socket-elsewhere': {
    inject: [execStart('/usr/sbin/dockerd -H fd:// --containerd=/run/elsewhere/containerd.sock')],
    observe: onRestart,
    heal: [noDropins()],
    also: ['containerd/start-timeout'],
  },
};
