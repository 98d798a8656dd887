import type { Faults } from '../../fault/fault.ts';
import { daemonJson, restart, run } from '../../fault/steps.ts';

export const faults: Faults = {
  parent: {
    inject: [daemonJson({ 'exec-opts': ['native.cgroupdriver=systemd'] }), restart],
    observe: run('--cgroup-parent /foo alpine true'),
    heal: [],
  },
};
