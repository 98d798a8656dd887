import type { Faults } from '../../fault/fault.ts';
import { registry } from '../../fault/stand-in.ts';
import { command } from '../../fault/steps.ts';

export const faults: Faults = {
  tag: { inject: [registry('not-found')], observe: command('docker pull localhost:5000/team/app:1.0'), heal: [] },
};
