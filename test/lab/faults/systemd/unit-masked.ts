import type { Faults } from '../../fault/fault.ts';
import { command, onRestart, stopDocker, systemctl } from '../../fault/steps.ts';

export const faults: Faults = {
  service: {
    inject: [stopDocker, systemctl('mask', 'docker.service')],
    observe: onRestart,
    heal: [systemctl('unmask', 'docker.service')],
  },
  socket: {
    inject: [stopDocker, systemctl('mask', 'docker.socket')],
    observe: onRestart,
    heal: [systemctl('unmask', 'docker.socket'), systemctl('stop', 'docker', 'docker.socket')],
    units: ['docker.socket'],
  },
  runtime: {
    inject: [stopDocker, systemctl('mask', '--runtime', 'docker.service')],
    observe: command('systemctl start docker'),
    heal: [systemctl('unmask', '--runtime', 'docker.service')],
  },
};
