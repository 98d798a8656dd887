import type { Faults } from '../../fault/fault.ts';
import { daemonJson, dockerd, dropin, noDropins, onRestart, reload, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  'no-execstart': {
    inject: [stopDocker, dropin('override', '[Service]\nExecStart=\n')],
    observe: onRestart,
    heal: [noDropins()],
  },
  'two-execstart': {
    inject: [stopDocker, dropin('override', `[Service]\nExecStart=${dockerd} --debug\n`)],
    observe: onRestart,
    heal: [noDropins()],
  },
  'open-quote': {
    inject: [stopDocker, dropin('override', `[Service]\nExecStart=\nExecStart=${dockerd} --label "env=prod\n`)],
    observe: onRestart,
    heal: [noDropins()],
  },
  'relative-path': {
    inject: [stopDocker, dropin('override', '[Service]\nExecStart=\nExecStart=./dockerd\n')],
    observe: onRestart,
    heal: [noDropins()],
  },
  'no-reload': {
    inject: [
      daemonJson({ hosts: ['fd://'] }),
      sh(
        'mkdir -p /etc/systemd/system/docker.service.d; printf "[Service]\\nExecStart=\\nExecStart=/usr/sbin/dockerd --containerd=/run/containerd/containerd.sock\\n" > /etc/systemd/system/docker.service.d/override.conf',
      ),
    ],
    observe: onRestart,
    heal: [reload],
    also: ['config/flag-conflict'],
  },
};
