import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart, run } from '../../fault/steps.ts';

export const faults: Faults = {
  'overlay2-size': {
    inject: [daemonJson({ 'storage-driver': 'overlay2', 'storage-opts': ['overlay2.size=10G'] })],
    observe: onRestart,
    heal: [daemonJson({ 'storage-driver': 'overlay2' })],
  },
  run: { inject: [], observe: run('--storage-opt size=10G alpine true'), heal: [] },
};
