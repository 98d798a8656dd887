import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const of = (subnet?: string) => ({ ask: 'route-overlap', ...(subnet !== undefined && { subnet }) });
const route = (name: string, destination: string, mask: string) =>
  `${name}\t${destination}\t00000000\t0001\t0\t0\t0\t${mask}\t0\t0\t0\n`;
const unit = { '/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd\n' };
const host = (routes: string, more: Record<string, string> = {}) => ({
  files: {
    '/proc/net/route': `Iface\tDestination\n${route('eth0', '00000000', '00000000')}${routes}`,
    ...unit,
    ...more,
  },
});
const vpn = route('tun0', '000010AC', '0000F0FF'); // 172.16.0.0/12
const docker0 = route('docker0', '000011AC', '0000FFFF'); // 172.17.0.0/16
const network = route('br-0123456789ab', '000012AC', '0000FFFF'); // 172.18.0.0/16

test('a subnet that a route of another interface covers', () => {
  const facts = { overlaps: true, route: '172.16.0.0/12', interface: 'tun0' };
  expect(factsOf(of('172.18.0.0/16'), host(vpn))).toEqual(facts);
  expect(factsOf(of('172.18.0.5/16'), host(vpn))).toEqual(facts);
  expect(factsOf(of('10.0.0.0/8'), host(vpn))).toEqual({ overlaps: false });
});

test("neither the default route nor Docker's own count", () => {
  expect(factsOf(of('172.18.0.0/16'), host(docker0 + network))).toEqual({ overlaps: false });
  expect(factsOf(of('172.18.0.0/16'), host(route('tun0', '00000000', '00000080')))).toMatchObject({ overlaps: false });
  expect(factsOf(of('10.8.0.0/16'), host(route('tun0', '00000000', '00000080')))).toMatchObject({ overlaps: true });
});

test('the default bridge: bip, what docker0 has, what it would get', () => {
  expect(factsOf(of(), host(vpn))).toMatchObject({ overlaps: true });
  expect(factsOf(of(), host(docker0))).toEqual({ overlaps: false });
  expect(factsOf(of(), host(vpn, { '/etc/docker/daemon.json': '{"bip":"192.168.9.1/24"}' }))).toEqual({
    overlaps: false,
  });
  const pools = { '/etc/docker/daemon.json': '{"default-address-pools":[{"base":"10.1.0.0/16","size":24}]}' };
  expect(answerOf(of(), host(vpn, pools))).toEqual({ known: false, why: 'absent' });
});

test('without routes, or for what is no subnet of IPv4', () => {
  expect(answerOf(of('10.0.0.0/8'), {})).toEqual({ known: false, why: 'absent' });
  const denied = { unknown: { '/proc/net/route': 'denied' } } as const;
  expect(answerOf(of('10.0.0.0/8'), denied)).toEqual({ known: false, why: 'denied' });
  for (const subnet of ['', 'x', '10.0.0.0/33', 'fd00::/8', '10.0.0.0/8/8'])
    expect(answerOf(of(subnet), host(vpn))).toEqual({ known: false, why: 'not-asked' });
});
