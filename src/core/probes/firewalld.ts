import type { ProbeKind } from './kind.ts';

export const firewalld: ProbeKind = {
  ask: 'firewalld',
  about: 'firewalld: active, and the zone of docker0',
  params: {},
  facts: { active: 'boolean', zone: 'text' },
  command: () => 'firewall-cmd --state; firewall-cmd --get-zone-of-interface=docker0',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
