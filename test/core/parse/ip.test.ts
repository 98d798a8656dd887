import { expect, test } from 'vitest';
import { isAny, overlap, parseAddress, parseNetwork, showNetwork } from '../../../src/core/parse/ip.ts';

test('addresses of both kinds', () => {
  expect(parseAddress('10.1.2.3')).toEqual([10, 1, 2, 3]);
  expect(parseAddress('::')).toEqual(new Array(16).fill(0));
  expect(parseAddress('fe80::1%eth0')?.at(-1)).toBe(1);
  expect(parseAddress('1:2:3:4:5:6:7:8')?.slice(14)).toEqual([0, 8]);
  expect(parseAddress('::ffff:10.1.2.3')).toEqual([10, 1, 2, 3]);
  expect(parseAddress('64:ff9b::10.1.2.3')?.slice(12)).toEqual([10, 1, 2, 3]);
});

test('what is none', () => {
  const none = [
    '',
    '1',
    '1.2.3',
    '1.2.3.256',
    '1.2.3.4.5',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '12345::',
    'g::1',
    ' 1.2.3.4',
  ];
  for (const text of none) expect(parseAddress(text)).toBeUndefined();
});

test('networks', () => {
  expect(parseNetwork('10.0.0.0/8')).toEqual({ address: [10, 0, 0, 0], bits: 8 });
  expect(parseNetwork('10.0.0.1')?.bits).toBe(32);
  for (const text of ['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/-1', '/8', '10.0.0.0/8/8'])
    expect(parseNetwork(text)).toBeUndefined();
});

test('do they overlap', () => {
  const both = (one: string, other: string) => {
    const [left, right] = [parseNetwork(one), parseNetwork(other)];
    return left !== undefined && right !== undefined && overlap(left, right);
  };
  expect(both('172.16.0.0/12', '172.17.0.0/16')).toBe(true);
  expect(both('172.17.0.0/16', '172.16.0.0/12')).toBe(true);
  expect(both('172.17.0.0/16', '172.18.0.0/16')).toBe(false);
  expect(both('0.0.0.0/1', '128.0.0.0/1')).toBe(false);
  expect(both('0.0.0.0/0', '10.0.0.0/8')).toBe(true);
  expect(both('::/0', '10.0.0.0/8')).toBe(false);
});

test('in words', () => {
  expect(isAny([0, 0, 0, 0])).toBe(true);
  expect(showNetwork({ address: [10, 0, 0, 0], bits: 8 })).toBe('10.0.0.0/8');
});
