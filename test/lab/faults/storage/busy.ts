import type { Faults } from '../../fault/fault.ts';
import { command, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  volume: {
    inject: [sh('docker volume create v1; mkdir -p /opt/x; mount --bind /opt/x /var/lib/docker/volumes/v1/_data')],
    observe: command('docker volume rm v1'),
    heal: [sh('umount /var/lib/docker/volumes/v1/_data')],
  },
};
