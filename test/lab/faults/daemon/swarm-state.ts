import type { Faults } from '../../fault/fault.ts';
import { command, onRestart, remove, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  'not-a-manager': { inject: [], observe: command('docker service ls'), heal: [] },
  'already-member': {
    inject: [sh('docker swarm init --advertise-addr 127.0.0.1')],
    observe: command('docker swarm init --advertise-addr 127.0.0.1'),
    heal: [],
    fresh: true,
  },
  'state-json': {
    inject: [
      sh('docker swarm init --advertise-addr 127.0.0.1'),
      stopDocker,
      sh('echo garbage > /var/lib/docker/swarm/docker-state.json'),
    ],
    observe: onRestart,
    heal: [remove('/var/lib/docker/swarm')],
    fresh: true,
  },
  'certificate-lost': {
    inject: [
      sh('docker swarm init --advertise-addr 127.0.0.1'),
      stopDocker,
      sh(': > /var/lib/docker/swarm/certificates/swarm-node.crt; systemctl start docker', 90),
    ],
    observe: command('sleep 2; docker node ls'),
    heal: [],
    fresh: true,
  },
};
