import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  'dockerd-in-container': {
    inject: [],
    observe: run(
      '-v /usr:/usr -v /usr/lib:/lib -v /usr/lib64:/lib64 -v /usr/sbin:/sbin -v /etc:/etc:ro alpine /usr/sbin/dockerd -H unix:///tmp/d.sock',
      40,
    ),
    heal: [],
  },
};
