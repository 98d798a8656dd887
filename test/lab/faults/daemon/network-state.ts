import type { Faults } from '../../fault/fault.ts';
import { onRestart, remove, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  'local-kv': {
    inject: [stopDocker, sh('head -c 65536 /dev/urandom > /var/lib/docker/network/files/local-kv.db')],
    observe: onRestart,
    heal: [remove('/var/lib/docker/network/files/local-kv.db')],
    fresh: true,
  },
};
