import { textOf } from '../ask/file.ts';
import type { Inquiry } from '../ask/inquiry.ts';
import { isListening } from '../ask/listening.ts';
import { isAny, parseAddress } from '../parse/ip.ts';
import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

/** `nameserver 127.0.0.53` of resolv.conf(5). */
const serversIn = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const [, server] = /^\s{0,8}nameserver\s{1,8}([\w.:%-]{1,64})/.exec(line) ?? [];
    return server === undefined ? [] : [server];
  });

/** hosts(5): an address, then names. */
const inHosts = (text: string, name: string): boolean =>
  text.split('\n').some((line) => {
    const [, ...names] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    return names.some((one) => one.toLowerCase() === name.toLowerCase());
  });

/** Sources of nsswitch.conf(5) that ask no one but the servers of resolv.conf, or know only this host. */
const plain = new Set(['files', 'dns', 'myhostname', 'mymachines', 'mdns_minimal', 'mdns4_minimal']);

/** nss-resolve and the like have ways of their own to an answer. */
function* onlyServers(): Inquiry<boolean> {
  const text = yield* textOf('/etc/nsswitch.conf');
  const [, sources] = /^hosts:(.{0,200})$/m.exec(text ?? '') ?? [];
  if (sources === undefined) return text !== undefined;
  const words =
    sources
      .split('#')[0]
      ?.replaceAll(/\[[^\]]{0,60}\]/g, ' ')
      .split(/\s+/) ?? [];
  return words.every((word) => word === '' || plain.has(word));
}

const isLocal = (server: string): boolean => {
  const address = parseAddress(server);
  if (address === undefined) return false;
  return isAny(address) || address[0] === (address.length === 4 ? 127 : 0);
};

/** Is every server one of this host, where nobody answers? */
function* areDead(servers: readonly string[]): Inquiry<boolean> {
  if (!servers.every(isLocal)) return false;
  for (const server of servers) {
    const address = parseAddress(server);
    const alive = yield* isListening({ port: 53, ...(address !== undefined && { address }) }, 'udp');
    if (alive !== false) return false;
  }
  return true;
}

export const resolves: ProbeKind = {
  ask: 'resolves',
  about:
    'would the host itself resolve a name, as far as its files tell (nothing is sent): true for /etc/hosts, false where every name server is one of this host and none runs; `servers` of resolv.conf',
  params: { name: 'text' },
  facts: { resolves: 'boolean', servers: 'text' },
  command: (query) => `getent hosts ${quoteWord(param(query, 'name'))}; cat /etc/resolv.conf`,
  *inquire(query) {
    const name = param(query, 'name');
    if (!/^[\w.-]{1,253}$/.test(name)) return { known: false, why: 'not-asked' };
    const [hosts, config] = [yield* textOf('/etc/hosts'), yield* textOf('/etc/resolv.conf')];
    const servers = serversIn(config ?? '');
    const facts = { ...(config !== undefined && { servers: servers.join(' ') }) };
    if (hosts !== undefined && inHosts(hosts, name)) return { known: true, facts: { ...facts, resolves: true } };
    if (config === undefined) return { known: false, why: 'unreadable' };
    // without any, the C library and Go turn to 127.0.0.1
    const dead =
      hosts !== undefined && (yield* onlyServers()) && (yield* areDead(servers.length > 0 ? servers : ['127.0.0.1']));
    return { known: true, facts: { ...facts, ...(dead && { resolves: false }) } };
  },
};
