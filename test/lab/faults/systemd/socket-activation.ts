import type { Faults } from '../../fault/fault.ts';
import { command, onRestart, reload, remove, sh, stopDocker, systemctl } from '../../fault/steps.ts';

export const faults: Faults = {
  'no-socket-unit': {
    inject: [
      stopDocker,
      sh(
        "sed -e '/Requires=docker.socket/d' -e 's/ docker.socket//' $(systemctl show -p FragmentPath --value docker.service) > /etc/systemd/system/docker.service; systemctl daemon-reload",
      ),
    ],
    observe: onRestart,
    heal: [remove('/etc/systemd/system/docker.service'), reload],
  },
  'by-hand': {
    inject: [stopDocker],
    observe: command('dockerd -H fd://'),
    heal: [systemctl('start', 'docker')],
    again: false,
    also: ['systemd/socket-activation'],
  },
};
