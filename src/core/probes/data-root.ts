import type { ProbeKind } from './kind.ts';

export const dataRoot: ProbeKind = {
  ask: 'data-root',
  about: 'the data-root that this daemon uses, and what lies in it',
  params: {},
  facts: {
    path: 'text',
    exists: 'boolean',
    traversable: 'boolean',
    mode: 'text',
    'read-only': 'boolean',
    'free-bytes': 'number',
    'free-inodes': 'number',
    fstype: 'text',
    drivers: 'number',
    'driver-names': 'text',
    'network-db-valid': 'boolean',
    'truncated-json': 'number',
  },
  command: () => 'sudo ls -la "$(docker info -f {{.DockerRootDir}} 2>/dev/null || echo /var/lib/docker)"',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
