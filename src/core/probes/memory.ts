import type { ProbeKind } from './kind.ts';

export const memory: ProbeKind = {
  ask: 'memory',
  about: 'memory of the host in bytes, and OOM kills since the failed start',
  params: {},
  facts: { 'available-bytes': 'number', 'swap-free-bytes': 'number', 'oom-kills': 'number', victim: 'text' },
  command: () => 'free -m; sudo dmesg | grep -i -e oom -e "out of memory"',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
