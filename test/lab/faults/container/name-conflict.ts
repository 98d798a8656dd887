import type { Faults } from '../../fault/fault.ts';
import { run, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  taken: {
    inject: [sh('docker run -d --name app1 alpine sleep 600')],
    observe: run('--name app1 alpine true'),
    heal: [sh('docker rm -f app1')],
  },
};
