import { expect, test } from 'vitest';
import { wrongOptions } from '../../../../src/core/parse/values/options.ts';

test.each([
  ['bip', '172.18.0.300/24'],
  ['bip', '172.18.0.1'],
  ['fixed-cidr', '172.17.0.0'],
  ['fixed-cidr-v6', '2001:db8::/129'],
  ['default-gateway', 'router'],
  ['dns', 'resolver.example.com'],
  ['log-level', 'verbose'],
  ['labels', 'production'],
  ['hosts', 'tpc://0.0.0.0:2375'],
  ['exec-opts', 'native.cgroupdriver=systemdd'],
  ['exec-opts', 'native.cgroupdriver'],
  ['max-concurrent-downloads', '-1'],
  ['default-cgroupns-mode', 'none'],
])('%s: %s is refused, in a list too', (option, value) => {
  expect(wrongOptions({ [option]: value })).toEqual([{ option, value }]);
  expect(wrongOptions({ [option]: [value] })).toEqual([{ option, value }]);
});

test.each([
  ['bip', '172.18.0.1/24'],
  ['bip', ''],
  ['bip', 7],
  ['fixed-cidr-v6', '2001:db8::/64'],
  ['dns', ['192.0.2.53', '2001:db8::1']],
  ['log-level', 'WARN'],
  ['labels', ['env=production', 'a=b=c']],
  ['hosts', ['fd://', 'unix:///run/docker.sock', 'tcp://0.0.0.0:2376', '127.0.0.1:2375', 'npipe:////./pipe/docker']],
  ['exec-opts', ['native.cgroupdriver=systemd', 'isolation=process']],
  ['max-concurrent-downloads', 0],
  ['default-ipc-mode', 'shareable'],
  ['mtu', '-1'],
  ['something-new', 'x'],
  ['dns', null],
])('%s: %j may be right', (option, value) => {
  expect(wrongOptions({ [option]: value })).toEqual([]);
});

test('a pool cannot be cut into larger ones, and its base is a network', () => {
  const pool = (base: unknown, size: unknown) => wrongOptions({ 'default-address-pools': [{ base, size }] });
  expect(pool('10.10.0.0/16', 8)).toMatchObject([{ option: 'default-address-pools' }]);
  expect(pool('10.10.0.0', 24)).toHaveLength(1);
  expect(pool('10.10.0.0/16', 24)).toEqual([]);
  expect(pool('10.10.0.0/16', 0)).toEqual([]);
  expect(pool(1, 24)).toEqual([]);
  // as a flag it is text: base=10.10.0.0/16,size=24
  expect(wrongOptions({ 'default-address-pools': ['base=10.10.0.0/16,size=24'] })).toEqual([]);
});

test('a bridge of one`s own and an address for the usual one exclude each other', () => {
  expect(wrongOptions({ bridge: 'br0', bip: '172.18.0.1/24' })).toEqual([{ option: 'bip', value: '172.18.0.1/24' }]);
  expect(wrongOptions({ bridge: '', bip: '172.18.0.1/24' })).toEqual([]);
});
