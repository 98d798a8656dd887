import type { Faults } from '../../fault/fault.ts';
import { command, onRestart, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  'other-name': { inject: [], observe: command('systemctl start docker-ce.service'), heal: [] },
  'file-removed': {
    inject: [
      stopDocker,
      sh(
        'mv $(systemctl show -p FragmentPath --value docker.service) /lab/docker.service.away; rm -f /etc/init.d/docker; systemctl daemon-reload',
      ),
    ],
    observe: onRestart,
    heal: [sh('mv /lab/docker.service.away /lib/systemd/system/docker.service; systemctl daemon-reload')],
    fresh: true,
  },
};
