import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const of = (name: string) => ({ ask: 'resolves', name });
const stub = '  12: 3500007F:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000 0 0 1\n';
const host = (resolv: string, more: Record<string, string> = {}): FakeHost => ({
  files: {
    '/etc/hosts': '127.0.0.1 localhost # registry.example\n10.0.0.9 Registry.local\n',
    '/etc/resolv.conf': resolv,
    '/proc/net/udp': '  sl\n',
    ...more,
  },
});

test('a name of /etc/hosts', () => {
  expect(factsOf(of('registry.local'), host('nameserver 10.0.0.1\n'))).toEqual({ resolves: true, servers: '10.0.0.1' });
  expect(factsOf(of('registry.example'), host('nameserver 10.0.0.1\n'))).toEqual({ servers: '10.0.0.1' });
});

test('servers of this host where nobody answers', () => {
  expect(factsOf(of('docker.io'), host('# x\nnameserver 127.0.0.53\n'))).toEqual({
    resolves: false,
    servers: '127.0.0.53',
  });
  expect(factsOf(of('docker.io'), host(''))).toEqual({ resolves: false, servers: '' });
  const alive = host('nameserver 127.0.0.53\n', { '/proc/net/udp': stub });
  expect(factsOf(of('docker.io'), alive)).toEqual({ servers: '127.0.0.53' });
});

test('another server may answer, and so may another source', () => {
  expect(factsOf(of('docker.io'), host('nameserver 127.0.0.53\nnameserver 10.0.0.1\n'))).not.toHaveProperty('resolves');
  const source = (line: string) => host('', { '/etc/nsswitch.conf': `passwd: files\n${line}\n` });
  expect(factsOf(of('docker.io'), source('hosts: files resolve [!UNAVAIL=return] dns'))).toEqual({ servers: '' });
  expect(factsOf(of('docker.io'), source('hosts: files mdns4_minimal [NOTFOUND=return] dns'))).toMatchObject({
    resolves: false,
  });
});

test('what cannot be seen', () => {
  const denied = { ...host(''), unknown: { '/etc/resolv.conf': 'denied' } } as const;
  expect(answerOf(of('docker.io'), denied)).toEqual({ known: false, why: 'unreadable' });
  const blind = { ...host(''), unknown: { '/proc/net/udp': 'not-asked' } } as const;
  expect(factsOf(of('docker.io'), blind)).toEqual({ servers: '' });
  expect(answerOf(of('a b'), host(''))).toEqual({ known: false, why: 'not-asked' });
});
