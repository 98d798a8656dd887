import type { ProbeKind } from './kind.ts';

export const caller: ProbeKind = {
  ask: 'caller',
  about: 'who runs docker-why: root, member of group docker in the database and in this session',
  params: {},
  facts: {
    root: 'boolean',
    'in-docker-group': 'boolean',
    'session-has-group': 'boolean',
    linger: 'boolean',
    'runtime-dir': 'text',
    'user-bus': 'boolean',
  },
  command: () => 'id; getent group docker',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
