import type { Faults } from '../../fault/fault.ts';
import { onRestart, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  devices: {
    inject: [stopDocker, sh('umount -l /sys/fs/cgroup/devices')],
    observe: onRestart,
    heal: [sh('mount -t cgroup -o devices cgroup /sys/fs/cgroup/devices')],
    kind: 'v1',
    // an old Docker on a host with cgroup v2 says the same
    silent: true,
    fresh: true,
  },
};
