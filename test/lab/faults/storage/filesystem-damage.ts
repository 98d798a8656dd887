import { makeDisk, withDiskOut } from '../../fault/disk.ts';
import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart, restartAndImport, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  /** An inode that the directory still names is wiped, as a lost block of the inode table would leave it. */
  'lost-inode': {
    inject: [
      makeDisk('worn', 'mkfs.ext4 -q', '/srv/worn'),
      daemonJson({ 'data-root': '/srv/worn/docker' }),
      restartAndImport,
      stopDocker,
      sh('stat -c %i /srv/worn/docker/containers > /lab/inode'),
      withDiskOut('worn', '/srv/worn', 'debugfs -w -R "clri <$(cat /lab/inode)>" "$disk"'),
    ],
    observe: onRestart,
    heal: [stopDocker, withDiskOut('worn', '/srv/worn', 'e2fsck -fy "$disk"; true')],
    units: ['kernel'],
    // it is the kernel's log that tells, and that is gone with the journal
    rotated: false,
    expect: 'structure needs cleaning',
    fresh: true,
  },
};
