import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const networkKinds: readonly ProbeKind[] = [
  {
    ask: 'listener',
    about: 'who listens on a port or a socket path (`address`: 0.0.0.0:2375, :80 or /run/docker.sock)',
    params: { address: 'text' },
    facts: { listening: 'boolean', program: 'text', pid: 'number', stale: 'boolean' },
    command: (query) => `sudo ss -lntup | grep -e ${quoteWord(param(query, 'address'))}`,
  },
  {
    ask: 'local-address',
    about: 'is the IP address configured on an interface of this host',
    params: { ip: 'text' },
    facts: { present: 'boolean', interface: 'text' },
    command: () => 'ip -br address',
  },
  {
    ask: 'interface',
    about: 'a network interface',
    params: { name: 'text' },
    facts: { exists: 'boolean', up: 'boolean', type: 'text', address: 'text', zone: 'text' },
    command: (query) => `ip address show ${quoteWord(param(query, 'name'))}`,
  },
  {
    ask: 'route-overlap',
    about: 'does a subnet overlap a route of the host; without `subnet` the default bridge',
    params: { 'subnet?': 'text' },
    facts: { overlaps: 'boolean', route: 'text', interface: 'text' },
    command: () => 'ip route; ip -br address',
  },
  {
    ask: 'iptables',
    about: "iptables: found, its variant (legacy or nf_tables), can it read the tables, are Docker's chains there",
    params: { 'table?': 'text' },
    facts: {
      found: 'boolean',
      variant: 'text',
      works: 'boolean',
      error: 'text',
      chains: 'boolean',
      'other-variant-rules': 'number',
    },
    command: () => 'iptables --version; sudo iptables -t nat -nL | head -n 30',
  },
  {
    ask: 'firewalld',
    about: 'firewalld: active, and the zone of docker0',
    params: {},
    facts: { active: 'boolean', zone: 'text' },
    command: () => 'firewall-cmd --state; firewall-cmd --get-zone-of-interface=docker0',
  },
  {
    ask: 'resolves',
    about: 'does the host itself resolve a name',
    params: { name: 'text' },
    facts: { resolves: 'boolean', servers: 'text' },
    command: (query) => `getent hosts ${quoteWord(param(query, 'name'))}; cat /etc/resolv.conf`,
  },
];
