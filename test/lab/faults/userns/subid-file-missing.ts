import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart, remove, sh, subids, user } from '../../fault/steps.ts';

export const faults: Faults = {
  both: {
    inject: [user('dev'), remove('/etc/subuid', '/etc/subgid'), daemonJson({ 'userns-remap': 'dev' })],
    observe: onRestart,
    heal: [subids('dev:100000:65536')],
  },
  subgid: {
    inject: [user('dev', { range: '100000:65536' }), remove('/etc/subgid'), daemonJson({ 'userns-remap': 'dev' })],
    observe: onRestart,
    heal: [sh('cp /etc/subuid /etc/subgid')],
  },
  subuid: {
    inject: [user('dev', { range: '100000:65536' }), remove('/etc/subuid'), daemonJson({ 'userns-remap': 'dev' })],
    observe: onRestart,
    heal: [sh('cp /etc/subgid /etc/subuid')],
  },
};
