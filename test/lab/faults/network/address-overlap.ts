import type { Faults } from '../../fault/fault.ts';
import { command } from '../../fault/steps.ts';

export const faults: Faults = {
  network: { inject: [], observe: command('docker network create --subnet 172.17.0.0/16 n1'), heal: [] },
};
