import type { ProbeKind } from './kind.ts';

export const swarm: ProbeKind = {
  ask: 'swarm',
  about: 'swarm state under the data-root',
  params: {},
  facts: { member: 'boolean', 'days-left': 'number', 'address-present': 'boolean', address: 'text' },
  command: () => "docker info -f '{{json .Swarm}}'",
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
