import type { Faults } from '../../fault/fault.ts';
import { command, dropin, noDropins, systemctl } from '../../fault/steps.ts';

const segv = 'systemctl kill -s SEGV --kill-who=main docker; sleep 2; systemctl is-active docker';

export const faults: Faults = {
  segv: {
    inject: [dropin('stay-down', '[Service]\nRestart=no\n')],
    observe: command(segv),
    heal: [noDropins(), systemctl('restart', 'docker')],
    again: false,
  },
};
