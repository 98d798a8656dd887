import type { ProbeKind } from './kind.ts';

export const daemonConfig: ProbeKind = {
  ask: 'daemon-config',
  about: 'daemon.json held against the real flags: conflicts, unknown keys, `dockerd --validate` where it exists',
  params: {},
  facts: {
    exists: 'boolean',
    'json-valid': 'boolean',
    conflicts: 'number',
    'conflict-names': 'text',
    'unknown-keys': 'number',
    'unknown-names': 'text',
    validated: 'boolean',
    error: 'text',
  },
  command: () => 'sudo dockerd --validate --config-file /etc/docker/daemon.json',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
