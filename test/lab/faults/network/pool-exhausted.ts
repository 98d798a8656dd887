import type { Faults } from '../../fault/fault.ts';
import { command, daemonJson, noDaemonJson, restart } from '../../fault/steps.ts';

export const faults: Faults = {
  'one-network': {
    inject: [daemonJson({ 'default-address-pools': [{ base: '10.99.0.0/24', size: 24 }] }), restart],
    observe: command('docker network create n1'),
    heal: [noDaemonJson, restart],
  },
};
