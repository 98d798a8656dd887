import type { Faults } from '../../fault/fault.ts';
import { registry } from '../../fault/stand-in.ts';
import { command, file } from '../../fault/steps.ts';

export const faults: Faults = {
  unauthorized: {
    inject: [registry('unauthorized')],
    observe: command('docker pull localhost:5000/team/app:1.0'),
    heal: [],
  },
  'helper-missing': {
    inject: [registry('unauthorized'), file('/root/.docker/config.json', '{"credsStore": "secretservice"}')],
    observe: command('docker login -u a -p b localhost:5000'),
    heal: [],
  },
  'login-refused': {
    inject: [registry('unauthorized')],
    observe: command('docker login -u a -p b localhost:5000'),
    heal: [],
  },
};
