import type { Faults } from '../../fault/fault.ts';
import { daemonJson, noDaemonJson, onRestart, restart, run } from '../../fault/steps.ts';

export const faults: Faults = {
  run: { inject: [], observe: run('--runtime kata-runtime alpine true'), heal: [] },
  default: { inject: [daemonJson({ 'default-runtime': 'nvidia' })], observe: onRestart, heal: [noDaemonJson] },
  'binary-missing': {
    inject: [daemonJson({ runtimes: { fast: { path: '/usr/local/bin/fast-runc' } } }), restart],
    observe: run('--runtime fast alpine true'),
    heal: [daemonJson({ runtimes: { fast: { path: 'runc' } } }), restart],
  },
};
