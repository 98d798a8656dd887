import type { Faults } from '../../fault/fault.ts';
import { dockerd, execStart, onRestart, remove, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  directory: {
    inject: [stopDocker, remove('/run/docker.sock'), sh('mkdir /run/docker.sock')],
    observe: onRestart,
    heal: [sh('[ ! -d /run/docker.sock ] || rmdir /run/docker.sock')],
    units: ['docker.socket'],
  },
  'folder-missing': {
    inject: [execStart(`${dockerd} -H unix:///srv/run/docker.sock`)],
    observe: onRestart,
    heal: [sh('mkdir -p /srv/run')],
  },
};
