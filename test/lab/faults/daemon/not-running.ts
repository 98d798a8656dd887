import type { Faults } from '../../fault/fault.ts';
import { command, run, stopDocker, systemctl } from '../../fault/steps.ts';

export const faults: Faults = {
  stopped: { inject: [stopDocker], observe: command('docker ps'), heal: [systemctl('start', 'docker')] },
  run: { inject: [stopDocker], observe: run('alpine true'), heal: [systemctl('start', 'docker')] },
};
