import type { Faults } from '../../fault/fault.ts';
import { command, dockerd, execStart, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  tcp: {
    inject: [],
    observe: command('DOCKER_HOST=tcp://127.0.0.1:2375 docker ps'),
    heal: [],
    also: ['daemon/not-running'],
  },
  context: { inject: [], observe: command('DOCKER_CONTEXT=desktop-linux docker ps'), heal: [] },
  scheme: { inject: [], observe: command('DOCKER_HOST=127.0.0.1:2375:99 docker ps'), heal: [] },
  'tls-to-plain': {
    inject: [execStart(`${dockerd} -H tcp://127.0.0.1:2375`), sh('systemctl restart docker', 90)],
    observe: command('DOCKER_HOST=tcp://127.0.0.1:2375 docker --tls ps'),
    heal: [],
  },
  'socket-elsewhere': {
    inject: [],
    observe: command('DOCKER_HOST=unix:///run/user/1000/docker.sock docker ps'),
    heal: [],
    also: ['daemon/not-running'],
  },
};
