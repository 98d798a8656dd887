import type { Faults } from '../../fault/fault.ts';
import { command, restart, run, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  'flushed-port': {
    inject: [sh('iptables -F; iptables -X; iptables -t nat -F; iptables -t nat -X')],
    observe: run('-p 8080:80 alpine true'),
    heal: [restart],
  },
  'flushed-network': {
    inject: [sh('iptables -F; iptables -X; iptables -t nat -F; iptables -t nat -X')],
    observe: command('docker network create n1'),
    heal: [restart, sh('docker network rm n1; true')],
    suites: ['bullseye', 'bookworm'],
  },
};
