import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const day = 86_400_000;
const now = 1000 * day;
const query = { ask: 'swarm' } as const;
const state = '/var/lib/docker/swarm/docker-state.json';
const node = '/var/lib/docker/swarm/certificates/swarm-node.crt';
const trie =
  'Main:\n  +-- 0.0.0.0/0 3 0 5\n     |-- 192.0.2.4\n        /32 host LOCAL\n     |-- 192.0.2.255\n        /32 link BROADCAST\n';
const unit = '[Service]\nExecStart=/usr/bin/dockerd -H fd://\n';

const host = (config: unknown, until = now + 30 * day, files = {}): FakeHost => ({
  files: {
    '/lib/systemd/system/docker.service': unit,
    [state]: typeof config === 'string' ? config : JSON.stringify(config),
    [node]: 'PEM',
    '/proc/net/fib_trie': trie,
    '/proc/net/if_inet6': 'fd000000000000000000000000000005 02 40 00 80 eth0\n',
    ...files,
  },
  certificates: { [node]: { known: true, exists: true, valid: true, from: 0, until } },
});

test('a healthy member', () => {
  const config = { LocalAddr: '192.0.2.4', ListenAddr: '0.0.0.0:2377', AdvertiseAddr: '203.0.113.9:2377' };
  expect(factsOf(query, host(config), { now })).toEqual({
    member: true,
    address: '192.0.2.4',
    'address-present': true,
    'days-left': 30,
  });
});

test('its address is gone, or its certificate ended', () => {
  expect(factsOf(query, host({ LocalAddr: '192.0.2.9', ListenAddr: '0.0.0.0:2377' }), { now })).toMatchObject({
    address: '192.0.2.9',
    'address-present': false,
  });
  expect(factsOf(query, host({ LocalAddr: '192.0.2.4', ListenAddr: '192.0.2.9:2377' }), { now })).toMatchObject({
    address: '192.0.2.9',
    'address-present': false,
  });
  expect(factsOf(query, host({ LocalAddr: '192.0.2.4' }, now - 1), { now })).toMatchObject({ 'days-left': -1 });
});

test('IPv6', () => {
  expect(factsOf(query, host({ ListenAddr: '[::]:2377', LocalAddr: 'fd00::5' }), { now })).toMatchObject({
    'address-present': true,
  });
  expect(factsOf(query, host({ ListenAddr: '[fd00::6]:2377' }), { now })).toMatchObject({ 'address-present': false });
});

test('no member: no state, or no certificate, as dockerd sees it', () => {
  expect(factsOf(query, { files: { '/lib/systemd/system/docker.service': unit } })).toEqual({ member: false });
  const { files = {}, ...rest } = host({});
  const { [node]: _, ...others } = files;
  expect(factsOf(query, { ...rest, files: others })).toEqual({ member: false });
});

test.each(['', '{', '[]', '{"LocalAddr": 7}', '{"LocalAddr": "eth0"}', '\0'])(
  'a state of %j tells no address',
  (text) => {
    const facts = factsOf(query, host(text), { now });
    expect(facts).toMatchObject({ member: true });
    expect(facts).not.toHaveProperty('address-present');
  },
);

test('without the network of the host, and without rights', () => {
  const disk = { ...host({ LocalAddr: '192.0.2.9' }), unknown: { '/proc/net/fib_trie': 'absent' } } as const;
  expect(factsOf(query, disk)).not.toHaveProperty('address-present');
  expect(answerOf(query, { ...host({}), unknown: { [state]: 'denied' } })).toEqual({ known: false, why: 'denied' });
  expect(answerOf(query, { ...host({}), unknown: { [node]: 'denied' } })).toEqual({ known: false, why: 'denied' });
  const cert = { ...host({}), certificates: { [node]: { known: false, why: 'unreadable' } } } as const;
  expect(factsOf(query, cert)).not.toHaveProperty('days-left');
});
