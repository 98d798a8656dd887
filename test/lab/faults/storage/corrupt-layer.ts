import type { Faults } from '../../fault/fault.ts';
import { run, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  'diff-removed': {
    inject: [sh('for d in /var/lib/docker/overlay2/*/diff; do rm -rf $(dirname $d); done')],
    observe: run('alpine true'),
    heal: [sh('docker rmi -f alpine; docker import /lab/alpine.tar alpine')],
    fresh: true,
  },
  'layerdb-removed': {
    inject: [stopDocker, sh('rm -rf /var/lib/docker/image/overlay2/layerdb/sha256/*; systemctl start docker', 90)],
    observe: run('alpine true'),
    heal: [],
    fresh: true,
  },
};
