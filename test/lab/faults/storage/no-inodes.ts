import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  start: {
    inject: [
      sh(
        'mkdir -p /mnt/small; mount -t tmpfs -o nr_inodes=20 tmpfs /mnt/small; for i in $(seq 30); do : > /mnt/small/$i; done 2> /dev/null; true',
      ),
      daemonJson({ 'data-root': '/mnt/small/docker' }),
    ],
    observe: onRestart,
    heal: [sh('mount -o remount,nr_inodes=100000 /mnt/small')],
    fresh: true,
    silent: true,
    also: ['storage/no-space'],
  },
};
