import type { Faults } from '../../fault/fault.ts';
import { command, sh, sysctl, user } from '../../fault/steps.ts';

export const faults: Faults = {
  eighty: {
    inject: [
      user('dev', { range: '100000:65536' }),
      sh(
        'install -d -o dev -m 700 /home/dev/run; umount /dev/net/tun; rm -f /dev/net/tun; mknod -m 666 /dev/net/tun c 10 200',
      ),
    ],
    observe: command(
      'runuser -u dev -- env HOME=/home/dev XDG_RUNTIME_DIR=/home/dev/run timeout 25 rootlesskit --net=slirp4netns --port-driver=builtin -p 0.0.0.0:80:80/tcp true',
    ),
    heal: [sysctl('net.ipv4.ip_unprivileged_port_start', 0)],
    fresh: true,
  },
};
