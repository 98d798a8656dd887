import type { Faults } from '../../fault/fault.ts';
import { dropin, noDropins, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  /** The machine's memory is shared by the guests: a limit of the address space stands for its end. */
  'address-space': {
    inject: [dropin('memory', '[Service]\nLimitAS=400M\n')],
    observe: onRestart,
    heal: [noDropins()],
    expect: 'failed to reserve page summary memory',
  },
};
