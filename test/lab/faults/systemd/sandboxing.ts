import type { Faults } from '../../fault/fault.ts';
import { dropin, file, noDropins, onRestart, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  'environment-file': {
    inject: [dropin('env', '[Service]\nEnvironmentFile=/etc/sysconfig/docker\n')],
    observe: onRestart,
    heal: [file('/etc/sysconfig/docker', '')],
  },
  'protect-system': {
    inject: [dropin('protect', '[Service]\nProtectSystem=strict\n')],
    observe: onRestart,
    heal: [noDropins()],
    also: ['storage/read-only'],
  },
  'read-write-paths': {
    inject: [dropin('paths', '[Service]\nReadWritePaths=/data/docker\n')],
    observe: onRestart,
    heal: [noDropins()],
  },
  'working-directory': {
    inject: [dropin('folder', '[Service]\nWorkingDirectory=/opt/docker\n')],
    observe: onRestart,
    heal: [sh('mkdir -p /opt/docker')],
  },
  'no-net-admin': {
    inject: [dropin('capabilities', '[Service]\nCapabilityBoundingSet=~CAP_NET_ADMIN\n')],
    observe: onRestart,
    heal: [noDropins()],
    silent: true,
  },
  'user-missing': {
    inject: [dropin('user', '[Service]\nUser=dockeradm\n')],
    observe: onRestart,
    heal: [noDropins()],
    also: ['daemon/not-root'],
  },
  'root-directory': {
    inject: [dropin('root', '[Service]\nRootDirectory=/srv/jail\n')],
    observe: onRestart,
    heal: [noDropins()],
    also: ['systemd/exec-missing'],
  },
};
