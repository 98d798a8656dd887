import type { Faults } from '../../fault/fault.ts';
import { command, dropin, noDropins, onRestart, stopDocker, systemctl, user } from '../../fault/steps.ts';

export const faults: Faults = {
  'by-hand': {
    inject: [user('dev'), stopDocker],
    observe: command('runuser -u dev -- timeout 10 /usr/sbin/dockerd'),
    heal: [systemctl('start', 'docker')],
    again: false,
  },
  unit: {
    inject: [user('dev'), stopDocker, dropin('user', '[Service]\nUser=dev\nGroup=docker\n')],
    observe: onRestart,
    heal: [noDropins()],
  },
};
