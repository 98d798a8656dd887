import type { Faults } from '../../fault/fault.ts';
import { dropin, noDropins, onRestart, run } from '../../fault/steps.ts';

export const faults: Faults = {
  container: {
    inject: [],
    observe: run(`--pids-limit 1 alpine sh -c 'ls | cat; exit $?'`),
    heal: [],
    kind: 'v1',
    suites: ['bookworm', 'trixie'],
  },
  'tasks-max': {
    inject: [dropin('tasks', '[Service]\nTasksMax=6\n')],
    observe: onRestart,
    heal: [noDropins()],
    kind: 'v1',
    suites: ['bookworm', 'trixie'],
  },
};
