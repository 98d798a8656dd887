import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  'no-cidr': {
    inject: [daemonJson({ ipv6: true })],
    observe: onRestart,
    heal: [daemonJson({ ipv6: true, 'fixed-cidr-v6': '2001:db8:1::/64' })],
    suites: ['bullseye', 'bookworm'],
  },
};
