import type { Faults } from '../../fault/fault.ts';
import { daemonJson, restart, run, sh } from '../../fault/steps.ts';

const top = '/sys/fs/cgroup';

export const faults: Faults = {
  /** As many groups as there are: what a leak of groups comes to in the end. */
  descendants: {
    inject: [
      daemonJson({ 'exec-opts': ['native.cgroupdriver=cgroupfs'] }),
      restart,
      sh(
        `docker run --rm alpine true; sed -n 's/nr_descendants //p' ${top}/cgroup.stat > ${top}/cgroup.max.descendants`,
      ),
    ],
    observe: run('alpine true'),
    heal: [sh(`echo max > ${top}/cgroup.max.descendants`)],
    expect: 'resource temporarily unavailable',
  },
};
