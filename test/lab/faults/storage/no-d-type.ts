import { makeDisk } from '../../fault/disk.ts';
import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  'ext4-without-filetype': {
    inject: [
      makeDisk('plain', 'mkfs.ext4 -q -O ^filetype', '/srv/plain'),
      daemonJson({ 'data-root': '/srv/plain/docker', 'storage-driver': 'overlay2' }),
    ],
    observe: onRestart,
    heal: [
      sh('umount /srv/plain'),
      makeDisk('typed', 'mkfs.ext4 -q -O filetype', '/srv/plain'),
      sh('systemctl reset-failed docker'),
    ],
    expect: 'formatted without d_type support',
    fresh: true,
  },
};
