import { textOf } from '../ask/file.ts';
import { type Address, isAny, parseAddress, sameAddress } from '../parse/ip.ts';
import { parseFibTrie, parseIfInet6 } from '../parse/local-addresses.ts';
import { type ProbeKind, param } from './kind.ts';

/** One may listen on 0.0.0.0, on ::, and on all of 127.0.0.0/8. */
const isAlways = (address: Address): boolean => isAny(address) || (address.length === 4 && address[0] === 127);

export const localAddress: ProbeKind = {
  ask: 'local-address',
  about: 'is the IP address configured on an interface of this host',
  params: { ip: 'text' },
  facts: { present: 'boolean' },
  command: () => 'ip -br address',
  *inquire(query) {
    const address = parseAddress(param(query, 'ip').replace(/^\[(.{1,64})\]$/, '$1'));
    if (address === undefined) return { known: false, why: 'not-asked' };
    if (isAlways(address)) return { known: true, facts: { present: true } };
    const four = address.length === 4;
    const text = yield* textOf(four ? '/proc/net/fib_trie' : '/proc/net/if_inet6');
    // a host without IPv6 has no such table; one of IPv4 there always is
    if (text === undefined || (four && text === '')) return { known: false, why: 'absent' };
    const all = four ? parseFibTrie(text) : parseIfInet6(text);
    return { known: true, facts: { present: all.some((one) => sameAddress(one, address)) } };
  },
};
