import type { ProbeKind } from './kind.ts';

export const localAddress: ProbeKind = {
  ask: 'local-address',
  about: 'is the IP address configured on an interface of this host',
  params: { ip: 'text' },
  facts: { present: 'boolean', interface: 'text' },
  command: () => 'ip -br address',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
