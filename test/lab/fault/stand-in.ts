import { toolDir } from '../guest/places.ts';
import type { Step } from './fault.ts';

/**
 * A stand-in for a registry, on the guest's loopback: nothing can be pulled in
 * a guest, and what docker prints depends on the answer, not on who gives it.
 */
type Manner = 'not-found' | 'unauthorized' | 'too-many' | 'arm-only' | 'tls';

const errorBody = (code: string, message: string): string => JSON.stringify({ errors: [{ code, message }] });

const armOnly = JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.docker.distribution.manifest.list.v2+json',
  manifests: [
    {
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      digest: `sha256:${'a'.repeat(64)}`,
      size: 528,
      platform: { architecture: 'arm64', os: 'linux' },
    },
  ],
});

const answers: Readonly<Record<Manner, { readonly status: number; readonly body: string; readonly type?: string }>> = {
  'not-found': { status: 404, body: errorBody('MANIFEST_UNKNOWN', 'manifest unknown') },
  unauthorized: { status: 401, body: errorBody('UNAUTHORIZED', 'authentication required') },
  'too-many': { status: 429, body: errorBody('TOOMANYREQUESTS', 'You have reached your pull rate limit') },
  'arm-only': { status: 200, body: armOnly, type: 'application/vnd.docker.distribution.manifest.list.v2+json' },
  tls: { status: 404, body: '{}' },
};

const server = (manner: Manner): string => {
  const { status, body, type = 'application/json' } = answers[manner];
  const pings = status === 401 ? '' : "if (request.url === '/v2/') return response.writeHead(200).end('{}');";
  const challenge = status === 401 ? "'www-authenticate': 'Basic realm=\"registry\"'," : '';
  const handler = `(request, response) => { ${pings}
    response.writeHead(${status}, { ${challenge} 'content-type': ${JSON.stringify(type)} }).end(${JSON.stringify(body)}); }`;
  return manner === 'tls'
    ? `const fs = require('node:fs'); require('node:https').createServer({ key: fs.readFileSync('/lab/key.pem'), cert: fs.readFileSync('/lab/cert.pem') }, ${handler}).listen(5000);`
    : `require('node:http').createServer(${handler}).listen(5000);`;
};

const start = `
cat > /lab/registry.cjs
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=registry -addext subjectAltName=DNS:reg2.example.internal -keyout /lab/key.pem -out /lab/cert.pem 2> /dev/null
systemd-run --quiet --collect --unit=lab-bg-registry ${toolDir}/node /lab/registry.cjs
for i in $(seq 50); do (: < /dev/tcp/127.0.0.1/5000) 2> /dev/null && exit 0; sleep .1; done
exit 1`;

export const registry = (manner: Manner): Step => ({ argv: ['bash', '-c', start], input: server(manner) });
