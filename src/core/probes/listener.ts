import { outputOf } from '../ask/file.ts';
import { ask, type Inquiry } from '../ask/inquiry.ts';
import { isListening, ownerOf, type Place, parsePlace } from '../ask/listening.ts';
import { type Owner, parseOwner, parseUnixListening } from '../parse/sockets.ts';
import { quoteWord } from '../shell-words.ts';
import type { Answer, Scalar } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

type Facts = Record<string, Scalar>;

const named = (owner: Owner | undefined): Facts =>
  owner === undefined ? {} : { program: owner.program, pid: owner.pid };

function* ofPort(place: Place): Inquiry<Answer> {
  const tcp = yield* isListening(place, 'tcp');
  if (tcp === undefined) return { known: false, why: 'absent' };
  if (tcp) return { known: true, facts: { listening: true, ...named(yield* ownerOf(place)) } };
  // whose port it is the address does not say: one of UDP leaves it open
  const udp = yield* isListening(place, 'udp');
  return udp === false ? { known: true, facts: { listening: false } } : { known: false, why: 'absent' };
}

/** A host reads at most 1 MiB of a file: in a longer list, what is not found may still be. */
const whole = 1_000_000;

/** /var/run leads to /run, and whoever listens may have said either. */
const namesOf = (path: string): readonly string[] =>
  /^(?:\/var)?\/run\//.test(path) ? [path.replace(/^\/var/, ''), `/var${path.replace(/^\/var/, '')}`] : [path];

function* socketOwner(names: readonly string[]): Inquiry<Owner | undefined> {
  const lines = ((yield* outputOf(['ss', '-lxp'])) ?? '').split('\n');
  const found = lines.find((line) => line.split(/\s+/).some((word) => names.includes(word)));
  return found === undefined ? undefined : parseOwner(found);
}

function* ofSocket(path: string): Inquiry<Answer> {
  const file = yield* ask({ read: 'stat', path });
  const table = yield* ask({ read: 'text', path: '/proc/net/unix' });
  if (!table.known || !table.exists) return file.known ? { known: false, why: 'absent' } : file;
  const names = namesOf(path);
  const listening = parseUnixListening(table.text).some((name) => names.includes(name));
  if (listening) return { known: true, facts: { listening, stale: false, ...named(yield* socketOwner(names)) } };
  if (table.text.length > whole) return { known: false, why: 'unreadable' };
  const isSocket = file.known ? file.exists && file.type === 'socket' : undefined;
  return { known: true, facts: { listening, ...(isSocket !== undefined && { stale: isSocket }) } };
}

export const listener: ProbeKind = {
  ask: 'listener',
  about:
    'who listens on a port or a socket path (`address`: 0.0.0.0:2375, :80 or /run/docker.sock); `stale`: a socket on which nobody listens; nothing is told of a port that only UDP has',
  params: { address: 'text' },
  facts: { listening: 'boolean', program: 'text', pid: 'number', stale: 'boolean' },
  command: (query) => `sudo ss -lntup | grep -e ${quoteWord(param(query, 'address'))}`,
  *inquire(query) {
    const address = param(query, 'address');
    if (/^\/[\w.@+/-]{1,107}$/.test(address) && !address.includes('/../')) return yield* ofSocket(address);
    const place = parsePlace(address);
    return place === undefined ? { known: false, why: 'not-asked' } : yield* ofPort(place);
  },
};
