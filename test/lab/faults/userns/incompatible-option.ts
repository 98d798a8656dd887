import type { Faults } from '../../fault/fault.ts';
import { daemonJson, restartAndImport, run, user } from '../../fault/steps.ts';

export const faults: Faults = {
  privileged: {
    inject: [user('dev', { range: '100000:65536' }), daemonJson({ 'userns-remap': 'dev' }), restartAndImport],
    observe: run('--privileged alpine true'),
    heal: [],
  },
  'host-network': {
    inject: [user('dev', { range: '100000:65536' }), daemonJson({ 'userns-remap': 'dev' }), restartAndImport],
    observe: run('--network host alpine true'),
    heal: [],
  },
  'host-pid': {
    inject: [user('dev', { range: '100000:65536' }), daemonJson({ 'userns-remap': 'dev' }), restartAndImport],
    observe: run('--pid host alpine true'),
    heal: [],
  },
};
