import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const of = (ip: string) => ({ ask: 'local-address', ip });
const files = {
  '/proc/net/fib_trie': [
    'Main:',
    '     |-- 192.0.2.0',
    '        /24 link UNICAST',
    'Local:',
    '        |-- 192.0.2.2',
    '           /32 host LOCAL',
    '        |-- 192.0.2.255',
    '           /32 link BROADCAST',
  ].join('\n'),
  '/proc/net/if_inet6': 'fd000000000000000000000000000002 04 40 00 82     eth0\n',
};

test('of this host or not', () => {
  const present = (ip: string) => factsOf(of(ip), { files })['present'];
  expect(present('192.0.2.2')).toBe(true);
  expect(present('::ffff:192.0.2.2')).toBe(true);
  expect(present('192.0.2.255')).toBe(false);
  expect(present('192.0.2.0')).toBe(false);
  expect(present('fd00::2')).toBe(true);
  expect(present('[fd00::2]')).toBe(true);
  expect(present('fd00::3')).toBe(false);
  expect(present('0.0.0.0')).toBe(true);
  expect(present('127.0.0.5')).toBe(true);
});

test('without IPv6 there is no address of it; without the table nothing is known', () => {
  expect(factsOf(of('fd00::2'), {})).toEqual({ present: false });
  expect(answerOf(of('192.0.2.2'), {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(of('fd00::2'), { unknown: { '/proc/net/if_inet6': 'denied' } })).toMatchObject({ known: false });
  for (const ip of ['', '1.2.3', '1.2.3.400', '1:2', ':::', '1::2::3', 'x'.repeat(1000)])
    expect(answerOf(of(ip), { files })).toEqual({ known: false, why: 'not-asked' });
});
