import type { Faults } from '../../fault/fault.ts';
import { run, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  shared: {
    inject: [sh('mkdir -p /mnt/p; mount -t tmpfs tmpfs /mnt/p; mount --make-private /mnt/p')],
    observe: run('-v /mnt/p:/x:shared alpine true'),
    heal: [sh('mount --make-shared /mnt/p')],
    fresh: true,
  },
};
