import type { Faults } from '../../fault/fault.ts';
import { daemonJson, noDaemonJson, onRestart, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  zfs: { inject: [daemonJson({ 'storage-driver': 'zfs' })], observe: onRestart, heal: [noDaemonJson] },
  btrfs: { inject: [daemonJson({ 'storage-driver': 'btrfs' })], observe: onRestart, heal: [noDaemonJson] },
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
