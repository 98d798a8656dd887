import type { Faults } from '../../fault/fault.ts';
import { command, file } from '../../fault/steps.ts';

export const faults: Faults = {
  pull: {
    inject: [file('/etc/resolv.conf', 'nameserver 127.0.0.1\n')],
    observe: command('docker pull alpine:9'),
    heal: [],
    also: ['registry/unreachable'],
  },
};
