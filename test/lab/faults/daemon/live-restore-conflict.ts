import type { Faults } from '../../fault/fault.ts';
import { command, daemonJson, noDaemonJson, onRestart, restart, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  'swarm-init': {
    inject: [daemonJson({ 'live-restore': true }), restart],
    observe: command('docker swarm init --advertise-addr 127.0.0.1'),
    heal: [sh('docker swarm leave --force || true'), noDaemonJson, restart],
    fresh: true,
  },
  'swarm-start': {
    inject: [sh('docker swarm init --advertise-addr 127.0.0.1'), daemonJson({ 'live-restore': true })],
    observe: onRestart,
    heal: [noDaemonJson],
    fresh: true,
  },
};
