import type { ProbeKind } from './kind.ts';

export const routeOverlap: ProbeKind = {
  ask: 'route-overlap',
  about: 'does a subnet overlap a route of the host; without `subnet` the default bridge',
  params: { 'subnet?': 'text' },
  facts: { overlaps: 'boolean', route: 'text', interface: 'text' },
  command: () => 'ip route; ip -br address',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
