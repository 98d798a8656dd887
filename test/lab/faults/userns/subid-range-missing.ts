import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart, sh, subids, user } from '../../fault/steps.ts';

export const faults: Faults = {
  empty: {
    inject: [user('dev'), sh(': > /etc/subuid; : > /etc/subgid'), daemonJson({ 'userns-remap': 'dev' })],
    observe: onRestart,
    heal: [subids('dev:165536:65536')],
  },
  'other-user': {
    inject: [
      user('dev'),
      sh('echo other:100000:65536 | tee /etc/subuid > /etc/subgid'),
      daemonJson({ 'userns-remap': 'dev' }),
    ],
    observe: onRestart,
    heal: [subids('dev:165536:65536')],
  },
  'subgid-only': {
    inject: [user('dev', { range: '100000:65536' }), sh(': > /etc/subgid'), daemonJson({ 'userns-remap': 'dev' })],
    observe: onRestart,
    heal: [sh('cp /etc/subuid /etc/subgid')],
  },
  tutorial: {
    inject: [user('centos77', { id: 1000 }), daemonJson({ 'userns-remap': '1000:1000' })],
    observe: onRestart,
    heal: [subids('centos77:100000:65536')],
  },
};
