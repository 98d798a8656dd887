import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const ask = { ask: 'iptables' };
const nft = 'iptables v1.8.9 (nf_tables)\n';
const rules = '-P PREROUTING ACCEPT\n-N DOCKER\n-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER\n';
const host = (programs: FakeHost['programs'], files: Record<string, string> = {}): FakeHost => ({
  files: { '/usr/sbin/iptables': 'ELF', ...files },
  stats: { '/usr/sbin/iptables': { mode: '0755' } },
  ...(programs && { programs }),
});
const failing = (stderr: string) => host({ 'iptables --version': nft, 'iptables -t nat -S': { code: 3, stderr } });

test('it works, with the chains of Docker or without', () => {
  const names = { '/proc/net/ip_tables_names': '' };
  expect(factsOf(ask, host({ 'iptables --version': nft, 'iptables -t nat -S': rules }, names))).toEqual({
    found: true,
    variant: 'nf_tables',
    works: true,
    chains: true,
    'other-variant-rules': 0,
  });
  const bare = host({ 'iptables --version': 'iptables v1.6.1\n', 'iptables -t filter -S': '-P INPUT ACCEPT\n' });
  expect(factsOf({ ask: 'iptables', table: 'filter' }, bare)).toEqual({
    found: true,
    variant: 'legacy',
    works: true,
    chains: false,
  });
  const raw = host({ 'iptables -t raw -S': '-P OUTPUT ACCEPT\n' });
  expect(factsOf({ ask: 'iptables', table: 'raw' }, raw)).toEqual({ found: true, works: true });
});

test('what the kernel lacks is not what the caller may not', () => {
  const error =
    "iptables v1.8.9 (legacy): can't initialize iptables table `nat': Table does not exist (do you need to insmod?)";
  expect(factsOf(ask, failing(`${error}\n`))).toMatchObject({ works: false, error });
  const denied = 'Could not fetch rule set generation id: Permission denied (you must be root)\n';
  expect(factsOf(ask, failing(denied))).toEqual({ found: true, variant: 'nf_tables', 'other-variant-rules': 0 });
  const lock = 'Another app is currently holding the xtables lock.\n';
  expect(factsOf(ask, failing(lock))).toMatchObject({ error: lock.trim() });
  expect(factsOf(ask, failing(lock))).not.toHaveProperty('works');
});

test('rules of Docker that the other variant has', () => {
  const saved = '*nat\n-A PREROUTING -m addrtype -j DOCKER\n-A DOCKER -i docker0 -j RETURN\n-A INPUT -j f2b\nCOMMIT\n';
  const files = { '/proc/net/ip_tables_names': 'nat\n' };
  const both = host({ 'iptables --version': nft, 'iptables-legacy-save': saved }, files);
  expect(factsOf(ask, both)).toMatchObject({ 'other-variant-rules': 2 });
  const legacy = host({ 'iptables --version': 'iptables v1.8.9 (legacy)\n', 'iptables-nft-save': saved });
  expect(factsOf(ask, legacy)).toMatchObject({ variant: 'legacy', 'other-variant-rules': 2 });
});

test('not installed, not seen, not a table', () => {
  expect(factsOf(ask, {})).toEqual({ found: false });
  expect(answerOf(ask, { unknown: { '/usr/sbin/iptables': 'denied' } })).toEqual({ known: false, why: 'denied' });
  expect(answerOf({ ask: 'iptables', table: 'x' }, host({}))).toEqual({ known: false, why: 'not-asked' });
  expect(factsOf(ask, host({ 'iptables --version': 'BusyBox\n' }))).toEqual({ found: true });
});
