import type { Faults } from '../../fault/fault.ts';
import { dropin, noDropins, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  short: { inject: [dropin('timeout', '[Service]\nTimeoutStartSec=100ms\n')], observe: onRestart, heal: [noDropins()] },
  'slow-pre': {
    inject: [dropin('timeout', '[Service]\nTimeoutStartSec=2s\nExecStartPre=/bin/sleep 20\n')],
    observe: onRestart,
    heal: [noDropins()],
  },
};
