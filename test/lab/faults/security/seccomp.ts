import type { Faults } from '../../fault/fault.ts';
import { daemonJson, file, noDaemonJson, restart, run } from '../../fault/steps.ts';

export const faults: Faults = {
  'refuses-all': {
    inject: [
      file('/etc/docker/s.json', '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[]}'),
      daemonJson({ 'seccomp-profile': '/etc/docker/s.json' }),
      restart,
    ],
    observe: run('alpine true'),
    heal: [noDaemonJson, restart],
    // a memory limit that is too low kills runc with the same words
    silent: true,
  },
  'profile-broken': {
    inject: [file('/lab/p.json', '{ broken')],
    observe: run('--security-opt seccomp=/lab/p.json alpine true'),
    heal: [],
  },
};
