import type { Faults } from '../../fault/fault.ts';
import { background, command, file, sh, user } from '../../fault/steps.ts';

const runtime = '/run/user/1000';
const socket = `${runtime}/docker.sock`;

const startRootless = [
  user('dev', { range: '100000:65536', id: 1000 }),
  sh(
    `install -d -o dev -m 700 ${runtime}; umount /dev/net/tun; rm -f /dev/net/tun; mknod -m 666 /dev/net/tun c 10 200`,
  ),
  file(
    '/lab/rootless',
    [
      `export HOME=/home/dev XDG_RUNTIME_DIR=${runtime} DOCKERD_ROOTLESS_ROOTLESSKIT_NET=slirp4netns`,
      'export PATH=/usr/sbin:/usr/bin:/sbin:/bin:/usr/share/docker.io/contrib',
      'exec runuser -u dev -- dockerd-rootless.sh --iptables=false\n',
    ].join('\n'),
  ),
  background('rootless', 'bash /lab/rootless'),
  sh(
    `for i in $(seq 150); do [ -S ${socket} ] && break; sleep .3; done; docker -H unix://${socket} import /lab/alpine.tar alpine`,
    90,
  ),
];

const limit = '[ "$(cat /sys/fs/cgroup/memory/memory.limit_in_bytes)" = 104857600 ]';

export const faults: Faults = {
  /** cgroup v1 cannot be delegated: a limit is taken and does nothing. */
  'cgroup-v1': {
    inject: startRootless,
    observe: command(
      `docker -H unix://${socket} info; docker -H unix://${socket} run --rm --net none -m 100m alpine sh -c '${limit}'`,
    ),
    heal: [],
    kind: 'v1',
    expect: 'rootless-mode without cgroups',
    fresh: true,
  },
};
