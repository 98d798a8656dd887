import type { ProbeKind } from './kind.ts';

export const endpoint: ProbeKind = {
  ask: 'endpoint',
  about: 'where the docker client of the caller points: DOCKER_HOST, else the current context',
  params: {},
  facts: { host: 'text', from: 'text', context: 'text', exists: 'boolean', answers: 'boolean', tls: 'boolean' },
  command: () => 'printenv DOCKER_HOST DOCKER_CONTEXT; docker context ls',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
