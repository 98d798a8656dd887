import type { Faults } from '../../fault/fault.ts';
import { onRestart, remove, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  'zone-conflict': {
    inject: [
      stopDocker,
      sh(
        'ip link del docker0; systemctl start firewalld; for i in $(seq 50); do firewall-cmd --state && break; sleep .2; done',
        90,
      ),
      sh('firewall-cmd --permanent --zone=trusted --add-interface=docker0; firewall-cmd --reload', 60),
    ],
    observe: onRestart,
    heal: [
      sh(
        'firewall-cmd --permanent --zone=trusted --remove-interface=docker0; firewall-cmd --zone=trusted --remove-interface=docker0; firewall-cmd --reload',
        60,
      ),
      // 26 keeps the half-made network and then fails over it
      stopDocker,
      remove('/var/lib/docker/network/files/local-kv.db'),
    ],
    expect: 'ZONE_CONFLICT',
    fresh: true,
  },
};
