import { endpointOf, isEndpoint, socketOf } from '../ask/endpoint.ts';
import { isThere } from '../ask/file.ts';
import { ask } from '../ask/inquiry.ts';
import type { ProbeKind } from './kind.ts';

export const endpoint: ProbeKind = {
  ask: 'endpoint',
  about:
    'where the docker client of the caller points: DOCKER_HOST, else the current context; `exists` is told of a socket, and false of a context that is not there',
  params: {},
  facts: { host: 'text', from: 'text', context: 'text', exists: 'boolean', tls: 'boolean' },
  command: () => 'printenv DOCKER_HOST DOCKER_CONTEXT; docker context ls',
  *inquire() {
    const found = yield* endpointOf();
    if (!isEndpoint(found)) return found;
    const { host, from, context } = found;
    const socket = host === undefined ? undefined : socketOf(host);
    const exists = host === undefined ? false : socket === undefined ? undefined : yield* isThere(socket);
    const verify = yield* ask({ read: 'variable', name: 'DOCKER_TLS_VERIFY' });
    return {
      known: true,
      facts: {
        from,
        context,
        ...(host !== undefined && { host }),
        ...(exists !== undefined && { exists }),
        // a context brings its own settings of TLS
        ...(from !== 'context' && verify.known && { tls: (verify.value ?? '') !== '' }),
      },
    };
  },
};
