import { endpointOf, isEndpoint, socketOf } from '../ask/endpoint.ts';
import { ask } from '../ask/inquiry.ts';
import type { Answer, Output } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

/** Longer words of an error are of no use here. */
const mostError = 300;

const refused = /Cannot connect to the Docker daemon|failed to connect to the docker API|connection refused/i;

/** `28.5.2|overlay2`: a daemon that answers has a version, whatever the field. */
const read = ({ code, stdout, stderr }: Output, withValue: boolean): Answer => {
  const [line = ''] = stdout.split('\n');
  const at = line.indexOf('|');
  const [error = ''] = stderr.trim().split('\n');
  if (code === 0 && at > 0)
    return { known: true, facts: { answers: true, ...(withValue && { value: line.slice(at + 1).trim() }) } };
  if (refused.test(stderr)) return { known: true, facts: { answers: false, error: error.slice(0, mostError) } };
  // how a client before 23 stumbles when it had no answer, whatever the reason
  return error === '' || error.includes('nil pointer')
    ? { known: false, why: 'unreadable' }
    : { known: true, facts: { error: error.slice(0, mostError) } };
};

export const dockerInfo: ProbeKind = {
  ask: 'docker-info',
  about:
    'docker info of the daemon the caller points at, if it is on this host; `field` is a Go template field such as Driver',
  params: { 'field?': 'text' },
  facts: { answers: 'boolean', value: 'text', error: 'text' },
  command: (query) => (query['field'] === undefined ? 'docker info' : `docker info -f '{{.${param(query, 'field')}}}'`),
  *inquire(query) {
    const field = param(query, 'field');
    if (!/^(?:[A-Z][A-Za-z0-9]{0,40}(?:\.[A-Z][A-Za-z0-9]{0,40})?)?$/.test(field))
      return { known: false, why: 'not-asked' };
    const endpoint = yield* endpointOf();
    if (!isEndpoint(endpoint)) return endpoint;
    // another host is not to be talked to
    if (endpoint.host === undefined || socketOf(endpoint.host) === undefined) return { known: false, why: 'not-asked' };
    const format = `{{.ServerVersion}}|${field === '' ? '' : `{{.${field}}}`}`;
    const reply = yield* ask({ read: 'output', argv: ['docker', 'info', '-f', format] });
    return reply.known ? read(reply, field !== '') : reply;
  },
};
