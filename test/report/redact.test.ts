import { expect, test } from 'vitest';
import { redact, redactNamed } from '../../src/report/redact.ts';

const secret = 'hunter2';

test.each([
  `proxyconnect http://user:${secret}@proxy.example:3128 refused`,
  `proxy http://user:p@${secret}/x@proxy.example:3128`,
  `HTTPS_PROXY=user:${secret}@proxy.example:3128`,
  `https://ghp${secret}@github.com/x.git`,
  `Authorization: Basic dXNlcjpod${secret}`,
  `"Authorization": "Bearer ${secret}.abc"`,
  `Authorization: AWS4-HMAC-SHA256 Credential=x/y, Signature=${secret}`,
  `proxy-authorization=[Basic ${secret}]`,
  `X-Registry-Auth: eyJ1c2VyIjoi${secret}`,
  `MYSQL_ROOT_PASSWORD=${secret}`,
  `"env": ["DB_PASSWORD=${secret}"]`,
  `password="two words ${secret}"`,
  `{\\"password\\":\\"${secret}\\"}`,
  `"auth": "dXNl${secret}"`,
  `"identitytoken":"${secret}"`,
  `docker login -u me -p ${secret} registry`,
  `docker login --password ${secret} registry`,
  `docker login --password=${secret}`,
  `curl -u me:${secret} https://host`,
  `token=${secret}abcdefghijkl`,
  `api_key=${secret}`,
  `passwd: ${secret}`,
  `SWMTKN-1-${secret}-abc`,
  `SWMKEY-1-${secret}`,
  `key AKIA${'A1B2C3D4E5F6G7H8'} hunter`.replace('A1B2C3D4E5F6G7H8', 'A1B2C3D4E5F6G7H8'),
  `ghp_${secret}abcdefghijklmnopqrst`,
  `dckr_pat_${secret}abcdef`,
  `bearer ${secret}.abcdef`,
  `jwt eyJhbGciOi${secret}.eyJzdWIi${secret}.sig${secret}`,
  `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----`,
])('%j keeps its secret', (text) => {
  const safe = redact(text);
  expect(safe).toContain('[redacted]');
  expect(safe).not.toContain(secret);
  expect(safe).not.toContain('A1B2C3D4E5F6G7H8');
});

test.each([
  "failed to start daemon: pull access denied for x, repository does not exist or may require 'docker login'",
  'Error response from daemon: unauthorized: authentication required',
  'unauthorized: incorrect username or password',
  'Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io: no such host',
  'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"',
  'manifest for registry:5000/v2/img@sha256:1234567890 not found',
  'https://registry.example:5000/v2/img@sha256:1234567890',
  'Cannot connect to the Docker daemon at ssh://root@host1',
  `No subuid ranges found for user "dockremap"`,
  'journalctl -u docker.service -b --no-pager -n 200',
  'failed to load listeners: no sockets found via socket activation',
])('%j is left as it is', (text) => {
  expect(redact(text)).toBe(text);
});

test('where the proxy stands remains to be seen', () => {
  expect(redact('http://user:pw@proxy.example:3128/x')).toBe('http://[redacted]@proxy.example:3128/x');
});

test('a text under a secret name goes, whatever it is', () => {
  expect(redactNamed('short', 'registry-token')).toBe('[redacted]');
  expect(redactNamed('short', 'title')).toBe('short');
});

test.each([
  { auths: { 'https://index.docker.io/v1/': { auth: `dXNl${secret}`, identitytoken: `x.${secret}` } } },
  { auths: { registry: { auth: `a"b\\${secret}`, registrytoken: `${secret}` } } },
  { 'splunk-token': secret, 'http-proxy': `http://me:p%40${secret}@proxy:3128` },
  { tokens: [secret, `${secret}2`], password: 123, token: null },
  { text: JSON.stringify({ auth: secret, 'api-key': secret }) },
])('%j is JSON still', (value) => {
  for (const indent of [undefined, 2]) {
    const safe = redact(JSON.stringify(value, undefined, indent));
    expect(safe).not.toContain(secret);
    expect(Object.keys(JSON.parse(safe))).toEqual(Object.keys(value));
  }
});

test('what the daemon is told stays, where it is no secret', () => {
  const config = { tlskey: '/etc/docker/server-key.pem', 'authorization-plugins': ['opa-docker-authz'], auths: {} };
  expect(JSON.parse(redact(JSON.stringify(config)))).toEqual(config);
});

test('a file that is cut off in the middle of a secret keeps it as well', () => {
  expect(redact('{ "identitytoken": "hunter2')).toBe('{ "identitytoken": "[redacted]');
});

test.each([
  'a'.repeat(20_000),
  '"token": "\\'.repeat(2000),
  '"token": ['.repeat(2000),
  'password='.repeat(3000),
  `http://${'a:'.repeat(9000)}`,
  '"'.repeat(20_000),
  'login '.repeat(4000),
])('long hostile text takes no time', (text) => {
  const start = performance.now();
  redact(text);
  expect(performance.now() - start).toBeLessThan(1500);
});
