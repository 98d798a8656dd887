import type { Faults } from '../../fault/fault.ts';
import { file, onRestart, remove, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  syntax: {
    inject: [
      file('/etc/containerd/config.toml', 'version = 2\n[plugins\n'),
      sh('systemctl stop docker docker.socket containerd', 90),
    ],
    observe: onRestart,
    heal: [remove('/etc/containerd/config.toml')],
    fresh: true,
    units: ['containerd.service'],
    also: ['containerd/not-running', 'containerd/start-timeout'],
  },
};
