import type { Faults } from '../../fault/fault.ts';
import { move, onRestart, run, sh, stopDocker, systemctl } from '../../fault/steps.ts';

export const faults: Faults = {
  shim: {
    inject: [move('/usr/bin/containerd-shim-runc-v2', '/lab/shim')],
    observe: run('alpine true'),
    heal: [move('/lab/shim', '/usr/bin/containerd-shim-runc-v2')],
  },
  runc: {
    inject: [sh('mv $(command -v runc) /lab/runc')],
    observe: run('alpine true'),
    heal: [sh('mv /lab/runc /usr/sbin/runc')],
    fresh: true,
    also: ['config/unknown-runtime'],
  },
  containerd: {
    inject: [stopDocker, systemctl('stop', 'containerd'), move('/usr/bin/containerd', '/lab/containerd')],
    observe: onRestart,
    heal: [move('/lab/containerd', '/usr/bin/containerd')],
    fresh: true,
    also: ['containerd/not-running', 'containerd/start-timeout'],
    units: ['containerd.service'],
  },
  'docker-init': {
    inject: [
      sh(
        'for f in /usr/bin/docker-init /usr/libexec/docker/docker-init /usr/bin/tini-static; do [ -e $f ] && mv $f /lab/; done; true',
      ),
    ],
    observe: run('--init alpine true'),
    heal: [],
    fresh: true,
  },
};
