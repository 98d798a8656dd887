import type { Faults } from '../../fault/fault.ts';
import { daemonJson, dockerd, execStart, file, noDaemonJson, onRestart, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  directory: { inject: [sh('mkdir -p /etc/docker/daemon.json')], observe: onRestart, heal: [noDaemonJson] },
  'named-missing': {
    inject: [execStart(`${dockerd} --config-file /etc/docker/production.json`)],
    observe: onRestart,
    heal: [file('/etc/docker/production.json', '{}')],
  },
  'seccomp-missing': {
    inject: [daemonJson({ 'seccomp-profile': '/etc/docker/seccomp.json' })],
    observe: onRestart,
    heal: [noDaemonJson],
    also: ['security/seccomp'],
  },
  'loop-of-links': {
    inject: [sh('mkdir -p /etc/docker; ln -s daemon.json /etc/docker/daemon.json')],
    observe: onRestart,
    heal: [noDaemonJson],
  },
};
