import type { Faults } from '../../fault/fault.ts';
import { command, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  'exec-in-stopped': {
    inject: [sh('docker create --name app1 alpine sleep 600')],
    observe: command('docker exec app1 true'),
    heal: [sh('docker start app1')],
  },
  'remove-running': {
    inject: [sh('docker run -d --name app1 alpine sleep 600')],
    observe: command('docker rm app1'),
    heal: [sh('docker kill app1; docker run -d --name app2 alpine true'), sh('docker create --name app3 alpine true')],
  },
  paused: {
    inject: [sh('docker run -d --name app1 alpine sleep 600; docker pause app1')],
    observe: command('docker exec app1 true'),
    heal: [sh('docker unpause app1')],
  },
};
