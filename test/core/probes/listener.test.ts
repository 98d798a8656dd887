import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const of = (address: string) => ({ ask: 'listener', address });
const row = (local: string, state: string) =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000 0 0 1\n`;
const any6 = '0'.repeat(32);
const host = (more: Record<string, string> = {}, programs: FakeHost['programs'] = {}): FakeHost => ({
  files: {
    // 127.0.0.1:2299 listens, 10.0.0.5:81 is only connected
    '/proc/net/tcp': `  sl  local_address\n${row('0100007F:08FB', '0A')}${row('0500000A:0051', '01')}`,
    // [::]:80
    '/proc/net/tcp6': row(`${any6}:0050`, '0A'),
    // 0.0.0.0:53
    '/proc/net/udp': row('00000000:0035', '07'),
    ...more,
  },
  programs,
});

test('by address and port', () => {
  expect(factsOf(of('127.0.0.1:2299'), host())).toEqual({ listening: true });
  expect(factsOf(of(':2299'), host())).toEqual({ listening: true });
  expect(factsOf(of('0.0.0.0:2299'), host())).toEqual({ listening: true });
  expect(factsOf(of('10.0.0.5:2299'), host())).toEqual({ listening: false });
  expect(factsOf(of('10.0.0.5:80'), host())).toEqual({ listening: true });
  expect(factsOf(of('[::1]:80'), host())).toEqual({ listening: true });
  expect(factsOf(of('localhost:81'), host())).toEqual({ listening: false });
});

test('who it is', () => {
  const ss = [
    'Netid State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess',
    'udp   UNCONN 0 0 0.0.0.0:80 0.0.0.0:* users:(("x",pid=1,fd=4))',
    'tcp   LISTEN 0 128 127.0.0.1:8080 0.0.0.0:* users:(("y",pid=2,fd=4))',
    'tcp   LISTEN 0 511 *:80 *:* users:(("nginx",pid=123,fd=6),("nginx",pid=124,fd=6))',
  ].join('\n');
  const facts = factsOf(of('0.0.0.0:80'), host({}, { 'ss -lntup': ss }));
  expect(facts).toEqual({ listening: true, program: 'nginx', pid: 123 });
});

test('a port of UDP alone leaves it open; so does a host that cannot be seen', () => {
  expect(answerOf(of(':53'), host())).toEqual({ known: false, why: 'absent' });
  expect(answerOf(of(':80'), {})).toEqual({ known: false, why: 'absent' });
});

test('sockets: alive under either name, stale, not there', () => {
  const unix = (path: string) => ({
    '/proc/net/unix': `Num RefCount\n0000: 00000002 00000000 00010000 0001 01 2422 ${path}\n0000: 00000003 00000000 00000000 0001 03 9 /run/other.sock\n`,
  });
  const socket = { '/run/docker.sock': { type: 'socket' } } as const;
  const ss = 'u_str LISTEN 0 4096 /var/run/docker.sock 35551 * 0 users:(("dockerd",pid=114,fd=4))\n';
  const alive = host(unix('/var/run/docker.sock'), { 'ss -lxp': ss });
  expect(factsOf(of('/run/docker.sock'), { ...alive, stats: socket })).toEqual({
    listening: true,
    stale: false,
    program: 'dockerd',
    pid: 114,
  });
  expect(factsOf(of('/run/docker.sock'), { ...host(unix('/x')), stats: socket })).toEqual({
    listening: false,
    stale: true,
  });
  expect(factsOf(of('/run/docker.sock'), host(unix('/x')))).toEqual({ listening: false, stale: false });
  expect(factsOf(of('/run/other.sock'), host(unix('/x')))).toMatchObject({ listening: false });
  expect(answerOf(of('/run/docker.sock'), host())).toEqual({ known: false, why: 'absent' });
});

test('what is no address is not asked', () => {
  for (const address of ['', ':', ':99999', 'example.org:80', '/run/../etc/x', '/run/a b'])
    expect(answerOf(of(address), host())).toEqual({ known: false, why: 'not-asked' });
});
