import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart, restartAndImport, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  'data-root': {
    inject: [sh('mkdir -p /mnt/ro; mount -t tmpfs -o ro tmpfs /mnt/ro'), daemonJson({ 'data-root': '/mnt/ro/docker' })],
    observe: onRestart,
    heal: [sh('mount -o remount,rw /mnt/ro')],
    fresh: true,
  },
  became: {
    inject: [
      sh('mkdir -p /mnt/ro; mount -t tmpfs tmpfs /mnt/ro'),
      daemonJson({ 'data-root': '/mnt/ro/docker' }),
      restartAndImport,
      stopDocker,
      sh('mount -o remount,ro /mnt/ro'),
    ],
    observe: onRestart,
    heal: [sh('mount -o remount,rw /mnt/ro')],
    fresh: true,
  },
};
