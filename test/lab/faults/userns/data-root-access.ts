import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart, sh, user } from '../../fault/steps.ts';

export const faults: Faults = {
  'parent-closed': {
    inject: [
      user('dev', { range: '100000:65536' }),
      sh('mkdir -m 700 -p /srv/private; mkdir -p /srv/private/docker'),
      daemonJson({ 'userns-remap': 'dev', 'data-root': '/srv/private/docker', 'storage-driver': 'vfs' }),
    ],
    observe: onRestart,
    heal: [sh('chmod 711 /srv/private')],
    also: ['storage/data-root'],
  },
};
