import type { Faults } from '../../fault/fault.ts';
import { dockerd, dropin, execStart, move, noDropins, onRestart, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  'binary-missing': {
    inject: [move('/usr/sbin/dockerd', '/usr/sbin/dockerd.off')],
    observe: onRestart,
    heal: [move('/usr/sbin/dockerd.off', '/usr/sbin/dockerd')],
  },
  'usr-local': {
    inject: [execStart(dockerd.replace('/usr/sbin', '/usr/local/bin'))],
    observe: onRestart,
    heal: [noDropins()],
  },
  'not-executable': {
    inject: [sh('chmod -x /usr/sbin/dockerd')],
    observe: onRestart,
    heal: [sh('chmod +x /usr/sbin/dockerd')],
  },
  'start-pre': {
    inject: [dropin('pre', '[Service]\nExecStartPre=/usr/bin/mount-docker-disk\n')],
    observe: onRestart,
    heal: [noDropins()],
  },
};
