import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  container: {
    inject: [],
    observe: run(`-m 16m alpine sh -c 'dd if=/dev/zero of=/dev/null bs=200M count=1'`),
    heal: [],
    kind: 'v1',
    suites: ['bookworm', 'trixie'],
    silent: true,
    // a container that the kernel ended is no fault of a daemon that runs: a note says so
    live: false,
    units: ['kernel'],
  },
};
