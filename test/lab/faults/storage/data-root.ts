import type { Faults } from '../../fault/fault.ts';
import { daemonJson, file, onRestart, remove, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  'dangling-link': {
    inject: [sh('ln -s /mnt/disk2/docker /opt/docker-link'), daemonJson({ 'data-root': '/opt/docker-link' })],
    observe: onRestart,
    heal: [sh('mkdir -p /mnt/disk2/docker'), daemonJson({ 'data-root': '/opt/docker-link', 'storage-driver': 'vfs' })],
    fresh: true,
  },
  'a-file': {
    inject: [file('/srv/docker', 'x'), daemonJson({ 'data-root': '/srv/docker' })],
    observe: onRestart,
    heal: [remove('/srv/docker'), daemonJson({ 'data-root': '/srv/docker', 'storage-driver': 'vfs' })],
    fresh: true,
  },
};
