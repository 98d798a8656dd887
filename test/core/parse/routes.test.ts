import { expect, test } from 'vitest';
import { parseRoutes } from '../../../src/core/parse/routes.ts';

test('the main table', () => {
  const text =
    'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\neth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\ntun0\t000010AC\t00000000\t0001\t0\t0\t0\t0000F0FF\t0\t0\t0\nx\ty\n';
  expect(parseRoutes(text)).toEqual([
    { interface: 'eth0', address: [0, 0, 0, 0], bits: 0 },
    { interface: 'tun0', address: [172, 16, 0, 0], bits: 12 },
  ]);
});
