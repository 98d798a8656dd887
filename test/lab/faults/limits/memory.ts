import type { Faults } from '../../fault/fault.ts';
import { dropin, noDropins, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  /** The machine's memory is shared by the guests; a limit of the address space makes malloc and mmap fail alike. */
  'address-space': {
    inject: [dropin('memory', '[Service]\nLimitAS=1G\n')],
    observe: onRestart,
    heal: [noDropins()],
    expect: 'cannot allocate memory|out of memory',
  },
};
