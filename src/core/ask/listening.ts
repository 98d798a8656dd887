import { type Address, isAny, parseAddress, sameAddress } from '../parse/ip.ts';
import { type ListeningSocket, type Owner, parseListening, parseOwner } from '../parse/sockets.ts';
import { outputOf, textOf } from './file.ts';
import type { Inquiry } from './inquiry.ts';

/** What a program would listen on; without an address on that of anybody. */
export interface Place {
  readonly address?: Address;
  readonly port: number;
}

/** `0.0.0.0:2375`, `[::1]:80`, `:80`, `localhost:3128`. */
export const parsePlace = (text: string): Place | undefined => {
  const [, host = '', digits = ''] = /^(.{0,70}):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === '' || port > 65_535) return undefined;
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (bare === '' || bare === '*') return { port };
  const address = parseAddress(bare === 'localhost' ? '127.0.0.1' : bare);
  return address === undefined ? undefined : { port, ...(!isAny(address) && { address }) };
};

/** A port is taken by its own address and by any: `::` takes IPv4 along, unless told not to. */
const takes =
  ({ address, port }: Place) =>
  (socket: ListeningSocket): boolean =>
    socket.port === port && (address === undefined || isAny(socket.address) || sameAddress(socket.address, address));

function* socketsOf(protocol: 'tcp' | 'udp'): Inquiry<readonly ListeningSocket[] | undefined> {
  const [four, six] = [yield* textOf(`/proc/net/${protocol}`), yield* textOf(`/proc/net/${protocol}6`)];
  // without IPv6 the second is not there
  return four === undefined || six === undefined || four === ''
    ? undefined
    : [...parseListening(four), ...parseListening(six)];
}

/** Does somebody of this network namespace listen there? */
export function* isListening(place: Place, protocol: 'tcp' | 'udp'): Inquiry<boolean | undefined> {
  return (yield* socketsOf(protocol))?.some(takes(place));
}

/** Who it is, as ss(8) tells root: `tcp LISTEN 0 511 0.0.0.0:80 0.0.0.0:* users:(("nginx",pid=123,fd=6))`. */
export function* ownerOf({ address, port }: Place): Inquiry<Owner | undefined> {
  const text = (yield* outputOf(['ss', '-lntup'])) ?? '';
  const lines = text.split('\n').filter((line) => {
    const [protocol, , , , local = ''] = line.trim().split(/\s+/);
    const [, host = '', digits] = /^(.{0,70}):(\d{1,5})$/.exec(local) ?? [];
    if (protocol !== 'tcp' || Number(digits) !== port) return false;
    const own = parseAddress(host.replace(/^\[(.*)\]$/, '$1'));
    return address === undefined || own === undefined || isAny(own) || sameAddress(own, address);
  });
  return lines.map(parseOwner).find((owner) => owner !== undefined);
}
