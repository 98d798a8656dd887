import type { Faults } from '../../fault/fault.ts';
import { command, dropin, restart, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  refused: { inject: [], observe: command('docker pull localhost:5000/team/app:1.0'), heal: [] },
  'proxy-down': {
    inject: [dropin('proxy', '[Service]\nEnvironment=HTTPS_PROXY=http://127.0.0.1:3128\n'), restart],
    observe: command('docker pull alpine:9'),
    heal: [],
  },
  'no-route': {
    inject: [sh('echo 192.0.2.9 reg9.example.internal >> /etc/hosts')],
    observe: command('docker pull reg9.example.internal/app:1'),
    heal: [],
  },
};
