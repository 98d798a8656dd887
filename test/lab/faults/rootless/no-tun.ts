import type { Faults } from '../../fault/fault.ts';
import { command, sh, user } from '../../fault/steps.ts';

const rootless = command(
  'runuser -u dev -- env HOME=/home/dev XDG_RUNTIME_DIR=/home/dev/run PATH=/usr/sbin:/usr/bin:/sbin:/bin:/usr/share/docker.io/contrib timeout 20 dockerd-rootless.sh',
);

export const faults: Faults = {
  removed: {
    inject: [
      user('dev', { range: '100000:65536' }),
      sh('install -d -o dev -m 700 /home/dev/run'),
      sh('umount /dev/net/tun; rm -rf /dev/net'),
    ],
    observe: rootless,
    heal: [],
    fresh: true,
  },
};
