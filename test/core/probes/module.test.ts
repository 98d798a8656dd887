import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const of = (name: string) => ({ ask: 'module', name });
const folder = '/lib/modules/6.1.0-9-amd64';
const base = {
  '/proc/sys/kernel/osrelease': '6.1.0-9-amd64\n',
  '/proc/modules': 'br_netfilter 32768 0 - Live 0x0\nxt_nat 16384 1 - Live 0x0\n',
  [`${folder}/modules.builtin`]: 'kernel/fs/ext4/ext4.ko\nkernel/net/netfilter/xt_LOG.ko\n',
  [`${folder}/modules.dep`]: 'kernel/drivers/net/veth.ko.xz: \nkernel/fs/overlayfs/overlay.ko: \n',
};
const host = (programs: FakeHost['programs'] = {}, files: Record<string, string> = {}): FakeHost => ({
  files: { ...base, ...files },
  programs,
});
const notFound = { code: 1, stderr: 'modinfo: ERROR: Module x not found.\n' };

test('loaded, built in, with parameters in /sys', () => {
  const here = { loaded: true, available: true };
  expect(factsOf(of('br-netfilter'), host())).toEqual(here);
  expect(factsOf(of('ext4'), host())).toEqual(here);
  expect(factsOf(of('tun'), host({}, { '/sys/module/tun/version': '1' }))).toEqual(here);
});

test('on disk, or not', () => {
  const found = { 'modinfo -- veth': `filename: ${folder}/kernel/drivers/net/veth.ko.xz\n` };
  expect(factsOf(of('veth'), host(found))).toEqual({ loaded: false, available: true });
  expect(factsOf(of('nvidia'), host({ 'modinfo -- nvidia': notFound }))).toEqual({ loaded: false, available: false });
});

test('extensions of iptables go by other names', () => {
  expect(factsOf(of('ipt_DNAT'), host())).toEqual({ loaded: true, available: true });
  expect(factsOf(of('ipt_LOG'), host())).toEqual({ loaded: true, available: true });
  expect(factsOf(of('ipt_REJECT'), host({ 'modinfo -- ipt_REJECT': notFound }))).toMatchObject({ available: false });
});

test('without modinfo the list proves only what is there', () => {
  expect(factsOf(of('overlay'), host())).toEqual({ loaded: false, available: true });
  expect(factsOf(of('nvidia'), host())).toEqual({ loaded: false });
});

test('of a kernel without modules, or whose modules are gone, nothing is known', () => {
  const bare = { files: { '/proc/sys/kernel/osrelease': '6.1.0\n' }, programs: { 'modinfo -- veth': notFound } };
  expect(answerOf(of('veth'), bare)).toEqual({ known: false, why: 'absent' });
  const gone = { files: { ...bare.files, '/proc/modules': 'x 1 0 - Live 0x0\n', '/proc/2/comm': 'kthreadd\n' } };
  expect(answerOf(of('veth'), gone)).toEqual({ known: false, why: 'absent' });
  expect(answerOf(of('../x'), host())).toEqual({ known: false, why: 'not-asked' });
});
