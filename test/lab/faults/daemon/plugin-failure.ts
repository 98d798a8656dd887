import type { Faults } from '../../fault/fault.ts';
import { command, daemonJson, noDaemonJson, onRestart, run } from '../../fault/steps.ts';

export const faults: Faults = {
  volume: {
    inject: [],
    observe: run('-v vol1:/data --volume-driver rexray alpine true'),
    heal: [],
    // docker looks for the plugin in the registry, and a guest has no DNS either: the host proves that first
    live: false,
  },
  authz: {
    inject: [daemonJson({ 'authorization-plugins': ['opa-docker-authz'] })],
    observe: onRestart,
    heal: [noDaemonJson],
  },
  network: { inject: [], observe: command('docker network create -d weave n1'), heal: [] },
};
