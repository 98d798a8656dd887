import type { Faults } from '../../fault/fault.ts';
import { command, run, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  bash: { inject: [], observe: run('alpine bash'), heal: [] },
  typo: { inject: [], observe: run('alpine /usr/local/bin/start'), heal: [] },
  exec: {
    inject: [sh('docker run -d --name app1 alpine sleep 600')],
    observe: command('docker exec app1 bash'),
    heal: [],
  },
};
