import type { Faults } from '../../fault/fault.ts';
import { daemonJson, restartAndImport, run, sysctl, user } from '../../fault/steps.ts';

export const faults: Faults = {
  run: {
    inject: [
      user('dev', { range: '100000:65536' }),
      daemonJson({ 'userns-remap': 'dev' }),
      restartAndImport,
      sysctl('user.max_user_namespaces', 0),
    ],
    observe: run('alpine true'),
    heal: [sysctl('user.max_user_namespaces', 10000)],
    kind: 'userns',
    suites: ['bookworm', 'trixie', 'forky'],
  },
};
