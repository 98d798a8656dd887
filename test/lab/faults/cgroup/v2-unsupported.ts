import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  /** containerd's first runtime, which 20.10 still has, never learned cgroup v2. */
  'runtime-v1': {
    inject: [],
    observe: run('--runtime io.containerd.runtime.v1.linux alpine true'),
    heal: [],
    suites: ['bullseye', 'bookworm'],
    expect: 'is not supported while cgroups v2',
  },
};
