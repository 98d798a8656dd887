import type { Faults } from '../../fault/fault.ts';
import { command, user } from '../../fault/steps.ts';

export const faults: Faults = {
  'no-runtime-dir': {
    inject: [user('dev', { range: '100000:65536' })],
    observe: command(
      'runuser -u dev -- env -u XDG_RUNTIME_DIR HOME=/home/dev PATH=/usr/sbin:/usr/bin:/usr/share/docker.io/contrib timeout 20 dockerd-rootless.sh',
    ),
    heal: [],
    fresh: true,
  },
  'systemctl-user': {
    inject: [user('dev', { range: '100000:65536' })],
    observe: command('runuser -u dev -- systemctl --user start docker'),
    heal: [],
    fresh: true,
  },
};
