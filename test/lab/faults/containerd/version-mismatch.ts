import { borrow } from '../../fault/borrow.ts';
import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

const newer = borrow('trixie');

export const faults: Faults = {
  'new-runc': {
    inject: [newer.put('/usr/sbin/runc')],
    observe: run('alpine true'),
    heal: [newer.putBack('/usr/sbin/runc')],
    borrows: 'trixie',
    suites: ['bullseye', 'bookworm'],
  },
};
