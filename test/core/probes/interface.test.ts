import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const of = (name: string) => ({ ask: 'interface', name });
const folder = '/sys/class/net';
const host = (files: Record<string, string>, programs: FakeHost['programs'] = {}): FakeHost => ({
  files: { [`${folder}/lo/type`]: '772\n', [`${folder}/lo/flags`]: '0x9\n', ...files },
  programs,
});
const show = 'ip -o -4 address show dev docker0';

test('a bridge with its address, or without', () => {
  const files = { [`${folder}/docker0/bridge/x`]: '', [`${folder}/docker0/flags`]: '0x1003\n' };
  const printed = '4: docker0    inet 172.17.0.1/16 brd 172.17.255.255 scope global docker0\\   valid_lft forever\n';
  expect(factsOf(of('docker0'), host(files, { [show]: printed }))).toEqual({
    exists: true,
    up: true,
    type: 'bridge',
    address: '172.17.0.1/16',
  });
  expect(factsOf(of('docker0'), host(files, { [show]: '' }))).toMatchObject({ address: '' });
  expect(factsOf(of('docker0'), host(files))).not.toHaveProperty('address');
});

test('others', () => {
  expect(factsOf(of('lo'), host({}))).toEqual({ exists: true, up: true, type: 'loopback' });
  const vlan = { [`${folder}/br0/uevent`]: 'DEVTYPE=vlan\nINTERFACE=br0\n', [`${folder}/br0/flags`]: '0x1002\n' };
  expect(factsOf(of('br0'), host(vlan))).toEqual({ exists: true, up: false, type: 'vlan' });
  const card = { [`${folder}/eth0/uevent`]: 'INTERFACE=eth0\n', [`${folder}/eth0/device/x`]: '' };
  expect(factsOf(of('eth0'), host(card))).toMatchObject({ type: 'physical' });
  expect(factsOf(of('dummy0'), host({ [`${folder}/dummy0/uevent`]: '' }))).toMatchObject({ type: 'virtual' });
});

test('not there, not known, not a name', () => {
  expect(factsOf(of('br0'), host({}))).toEqual({ exists: false });
  expect(answerOf(of('br0'), {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(of('br0'), { unknown: { [`${folder}/br0`]: 'not-asked' } })).toEqual({ known: false, why: 'absent' });
  for (const name of ['', '..', '-all', 'a/b', 'a'.repeat(16)])
    expect(answerOf(of(name), host({}))).toEqual({ known: false, why: 'not-asked' });
});
