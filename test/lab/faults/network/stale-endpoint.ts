import type { Faults } from '../../fault/fault.ts';
import { command, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  'active-endpoints': {
    inject: [sh('docker network create n1; docker run -d --name app1 --net n1 alpine sleep 600')],
    observe: command('docker network rm n1'),
    heal: [sh('docker rm -f app1')],
  },
};
