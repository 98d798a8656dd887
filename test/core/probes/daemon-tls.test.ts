import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const query = { ask: 'daemon-tls' } as const;
const found = { known: true, exists: true, valid: true } as const;
const host = (flags: string, more: FakeHost = {}): FakeHost => ({
  ...more,
  files: {
    '/lib/systemd/system/docker.service': `[Service]\nExecStart=/usr/bin/dockerd -H tcp://127.0.0.1:2376 ${flags}\n`,
    ...more.files,
  },
});
const all = '--tlsverify --tlscacert=/t/ca.pem --tlscert=/t/cert.pem --tlskey=/t/key.pem';
const files = { '/t/ca.pem': 'x', '/t/cert.pem': 'x', '/t/key.pem': 'x' };
const certificates = { '/t/ca.pem': found, '/t/cert.pem': { ...found, 'key-fits': true } };

test('all is there, and fits', () => {
  expect(factsOf(query, host(all, { files, certificates }))).toEqual({ wrong: 0 });
});

test('no TLS is used, whatever is named', () => {
  expect(factsOf(query, host('--tlscacert=/t/ca.pem'))).toEqual({ wrong: 0 });
  expect(factsOf(query, host(''))).toEqual({ wrong: 0 });
});

test('a file is missing', () => {
  expect(factsOf(query, host('--tlsverify --tlscacert=/t/ca.pem'))).toEqual({
    wrong: 1,
    file: '/t/ca.pem',
    why: 'missing',
  });
  const noKey = { files: { '/t/ca.pem': 'x', '/t/cert.pem': 'x' }, certificates };
  expect(factsOf(query, host(all, noKey))).toEqual({ wrong: 1, file: '/t/key.pem', why: 'missing' });
});

test('from daemon.json as well; tlsverify turns TLS on whatever its value', () => {
  const config = { files: { '/etc/docker/daemon.json': '{"tlsverify": false, "tlscert": "/t/none.pem"}' } };
  expect(factsOf(query, host('', config))).toMatchObject({ wrong: 1, file: '/t/none.pem' });
});

test('no certificate, or the key of another one', () => {
  const garbage = { files, certificates: { ...certificates, '/t/cert.pem': { ...found, valid: false } } };
  expect(factsOf(query, host(all, garbage))).toMatchObject({ file: '/t/cert.pem', why: 'no certificate' });
  const other = { files, certificates: { ...certificates, '/t/cert.pem': { ...found, 'key-fits': false } } };
  expect(factsOf(query, host(all, other))).toMatchObject({ file: '/t/key.pem', why: 'the key of another certificate' });
});

test('what may not be read accuses nobody', () => {
  const closed = host(all, { files, certificates, unknown: { '/t/cert.pem': 'denied', '/t/ca.pem': 'denied' } });
  expect(factsOf(query, closed)).toEqual({ wrong: 0 });
  expect(answerOf(query, { unknown: { '/etc/docker/daemon.json': 'denied' } })).toEqual({
    known: false,
    why: 'denied',
  });
});
