import type { Faults } from '../../fault/fault.ts';
import { dockerd, execStart, onRestart, restart, run, sh, sysctl } from '../../fault/steps.ts';

const key = '/proc/sys/net/ipv4/ip_forward';

/** A host beyond this one: nothing outside of the guest can be reached. */
const farHost = sh(
  [
    'ip netns add far; ip link add near0 type veth peer name far0 netns far',
    'ip addr add 10.99.0.1/24 dev near0; ip link set near0 up',
    'ip -n far addr add 10.99.0.2/24 dev far0; ip -n far link set far0 up; ip -n far route add default via 10.99.0.1',
  ].join('\n'),
);

export const faults: Faults = {
  'read-only': {
    inject: [
      sh(
        `systemctl stop docker; sysctl -qw net.ipv4.ip_forward=0; mount --bind ${key} ${key}; mount -o remount,bind,ro ${key}`,
      ),
    ],
    observe: onRestart,
    heal: [sh(`umount ${key}`)],
    fresh: true,
  },
  off: {
    inject: [farHost, execStart(`${dockerd} --ip-forward=false`), sysctl('net.ipv4.ip_forward', 0), restart],
    observe: run('alpine ping -c 1 -W 2 10.99.0.2'),
    heal: [sysctl('net.ipv4.ip_forward', 1)],
    expect: 'forwarding is disabled',
    fresh: true,
  },
};
