import type { Faults } from '../../fault/fault.ts';
import { dockerd, execStart, file, noDropins, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  typo: { inject: [execStart(`${dockerd} --log-levle info`)], observe: onRestart, heal: [noDropins()] },
  argument: { inject: [execStart(`${dockerd} daemon`)], observe: onRestart, heal: [noDropins()] },
  'removed-graph': {
    inject: [execStart(`${dockerd} --graph /data/docker`)],
    observe: onRestart,
    heal: [noDropins()],
    suites: ['trixie', 'forky'],
  },
  'default-opts': {
    inject: [file('/etc/default/docker', 'DOCKER_OPTS="--no-such-option"\n')],
    observe: onRestart,
    heal: [file('/etc/default/docker', '')],
  },
  'one-dash': { inject: [execStart(`${dockerd} -data-root /data`)], observe: onRestart, heal: [noDropins()] },
};
