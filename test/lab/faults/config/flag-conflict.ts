import type { Faults } from '../../fault/fault.ts';
import { daemonJson, dockerd, execStart, file, noDaemonJson, noDropins, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  hosts: {
    inject: [daemonJson({ hosts: ['unix:///var/run/docker.sock', 'tcp://127.0.0.1:2375'] })],
    observe: onRestart,
    heal: [noDaemonJson],
  },
  'default-opts': {
    inject: [
      file('/etc/default/docker', 'DOCKER_OPTS="--log-level=info --dns 192.0.2.8"\n'),
      daemonJson({ dns: ['192.0.2.1'] }),
    ],
    observe: onRestart,
    heal: [file('/etc/default/docker', '')],
  },
  'data-root': {
    inject: [execStart(`${dockerd} --data-root /var/lib/docker`), daemonJson({ 'data-root': '/var/lib/docker' })],
    observe: onRestart,
    heal: [noDaemonJson],
  },
  'log-level': {
    inject: [execStart(`${dockerd} --log-level warn`), daemonJson({ 'log-level': 'info' })],
    observe: onRestart,
    heal: [noDropins()],
  },
};
