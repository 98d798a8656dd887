import type { Faults } from '../../fault/fault.ts';
import { file, onRestart, remove, sh, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  'buildkit-db': {
    inject: [
      stopDocker,
      sh('for f in $(find /var/lib/docker/buildkit -name "*.db"); do head -c 32768 /dev/urandom > $f; done'),
    ],
    observe: onRestart,
    heal: [remove('/var/lib/docker/buildkit')],
    fresh: true,
  },
  'volumes-db': {
    inject: [stopDocker, sh('head -c 32768 /dev/urandom > /var/lib/docker/volumes/metadata.db')],
    observe: onRestart,
    heal: [remove('/var/lib/docker/volumes/metadata.db')],
    fresh: true,
  },
  'key-json': {
    inject: [stopDocker, file('/etc/docker/key.json', 'garbage\n')],
    observe: onRestart,
    heal: [remove('/etc/docker/key.json')],
    suites: ['bullseye', 'bookworm'],
  },
  'repositories-json': {
    inject: [stopDocker, sh(': > /var/lib/docker/image/overlay2/repositories.json')],
    observe: onRestart,
    heal: [remove('/var/lib/docker/image/overlay2/repositories.json')],
    fresh: true,
  },
};
