import type { Faults } from '../../fault/fault.ts';
import { command, run, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  run: { inject: [], observe: run('--network backend alpine true'), heal: [sh('docker network create backend')] },
  'removed-under-container': {
    inject: [sh('docker network create n1; docker create --name app1 --net n1 alpine sleep 600; docker network rm n1')],
    observe: command('docker start app1'),
    heal: [sh('docker network create n1; docker rm app1; docker create --name app1 --net n1 alpine sleep 600')],
  },
};
