import type { Faults } from '../../fault/fault.ts';
import { daemonJson, noDaemonJson, onRestart, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  zfs: {
    inject: [daemonJson({ 'storage-driver': 'zfs' })],
    observe: onRestart,
    heal: [noDaemonJson],
    // Debian's 28 is built without it
    also: ['storage/driver-removed'],
  },
  btrfs: {
    inject: [daemonJson({ 'storage-driver': 'btrfs' })],
    observe: onRestart,
    heal: [noDaemonJson],
    also: ['storage/driver-removed'],
  },
  'overlay-on-overlay': {
    inject: [sh('mkdir -p /opt/docker'), daemonJson({ 'data-root': '/opt/docker', 'storage-driver': 'overlay2' })],
    observe: onRestart,
    heal: [daemonJson({ 'data-root': '/opt/docker', 'storage-driver': 'vfs' })],
  },
  unknown: {
    inject: [daemonJson({ 'storage-driver': 'overlay3' })],
    observe: onRestart,
    heal: [noDaemonJson],
    also: ['config/invalid-value', 'storage/driver-removed'],
  },
};
