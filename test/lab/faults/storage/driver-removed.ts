import type { Faults } from '../../fault/fault.ts';
import { daemonJson, noDaemonJson, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  aufs: {
    inject: [daemonJson({ 'storage-driver': 'aufs' })],
    observe: onRestart,
    heal: [noDaemonJson],
    also: ['storage/driver-unsupported'],
  },
  devicemapper: {
    inject: [daemonJson({ 'storage-driver': 'devicemapper' })],
    observe: onRestart,
    heal: [noDaemonJson],
    suites: ['trixie', 'forky'],
    also: ['storage/driver-unsupported'],
  },
  overlay: {
    inject: [daemonJson({ 'storage-driver': 'overlay' })],
    observe: onRestart,
    heal: [noDaemonJson],
    suites: ['trixie', 'forky'],
    also: ['storage/driver-unsupported'],
  },
};
