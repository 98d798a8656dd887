import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  ulimit: {
    inject: [],
    observe: run('--ulimit nofile=2000000000:2000000000 alpine true'),
    heal: [],
    also: ['security/capability'],
  },
};
