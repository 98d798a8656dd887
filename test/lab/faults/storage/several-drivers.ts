import type { Faults } from '../../fault/fault.ts';
import { onRestart, remove, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  'fuse-and-overlay2': {
    inject: [stopDocker, sh('mkdir -p /var/lib/docker/fuse-overlayfs/aa')],
    observe: onRestart,
    heal: [remove('/var/lib/docker/fuse-overlayfs')],
    fresh: true,
  },
};
