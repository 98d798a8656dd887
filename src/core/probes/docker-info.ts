import { type ProbeKind, param } from './kind.ts';

export const dockerInfo: ProbeKind = {
  ask: 'docker-info',
  about: 'docker info, if the daemon answers; `field` is a Go template field such as Driver',
  params: { 'field?': 'text' },
  facts: { answers: 'boolean', value: 'text', error: 'text' },
  command: (query) => (query['field'] === undefined ? 'docker info' : `docker info -f '{{.${param(query, 'field')}}}'`),
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
