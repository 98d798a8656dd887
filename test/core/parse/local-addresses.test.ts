import { expect, test } from 'vitest';
import { parseFibTrie, parseIfInet6 } from '../../../src/core/parse/local-addresses.ts';

test('only what is local to the host', () => {
  const text =
    'Main:\n  |-- 10.0.0.0\n     /8 universe UNICAST\n  |-- 10.0.0.2\n     /32 link BROADCAST\n     /32 host LOCAL\n  |-- 10.0.0.3\n';
  expect(parseFibTrie(text)).toEqual([[10, 0, 0, 2]]);
  expect(parseFibTrie('     /32 host LOCAL\n')).toEqual([]);
});

test('IPv6', () => {
  expect(parseIfInet6('00000000000000000000000000000001 01 80 10 80       lo\nrubbish\n')).toEqual([
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  ]);
});
