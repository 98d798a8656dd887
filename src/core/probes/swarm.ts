import { daemonRootOf } from '../ask/daemon-root.ts';
import { ask, askEach, type Inquiry } from '../ask/inquiry.ts';
import type { Scene } from '../ask/scene.ts';
import { isAny, parseAddress, sameAddress } from '../parse/ip.ts';
import { isObject, parseJson } from '../parse/json.ts';
import { parseFibTrie, parseIfInet6 } from '../parse/local-addresses.ts';
import type { Answer, Scalar, Text } from '../types.ts';
import type { ProbeKind } from './kind.ts';

type Facts = Readonly<Record<string, Scalar>>;

const day = 86_400_000;

/** `10.0.0.5:2377`, `[fd00::5]:2377`, `10.0.0.5`. */
const hostOf = (address: unknown): string => {
  if (typeof address !== 'string') return '';
  return /^\[([^\]]{1,60})\]/.exec(address)?.[1] ?? /^([^:]{1,60}):\d{1,5}$/.exec(address)?.[1] ?? address;
};

/** The address that must be this host's: the one it listens on, or the one it found when it joined. */
const addressIn = (text: string): string | undefined => {
  const json = parseJson(text);
  if (json.state !== 'valid' || !isObject(json.value)) return undefined;
  const { ListenAddr, LocalAddr } = json.value as { readonly ListenAddr?: unknown; readonly LocalAddr?: unknown };
  return [hostOf(ListenAddr), hostOf(LocalAddr)].find((one) => {
    const address = parseAddress(one);
    return address !== undefined && !isAny(address);
  });
};

function* addressFacts(text: string): Inquiry<Facts> {
  const shown = addressIn(text);
  const address = shown === undefined ? undefined : parseAddress(shown);
  if (shown === undefined || address === undefined) return {};
  const [path, parse] =
    address.length === 4
      ? (['/proc/net/fib_trie', parseFibTrie] as const)
      : (['/proc/net/if_inet6', parseIfInet6] as const);
  const reply = yield* ask({ read: 'text', path });
  const own = reply.known && reply.exists ? parse(reply.text) : [];
  // a host without any address is one that cannot be read
  return { address: shown, ...(own.length > 0 && { 'address-present': own.some((one) => sameAddress(one, address)) }) };
}

function* certificateFact(path: string, { now }: Scene): Inquiry<Facts> {
  const reply = yield* ask({ read: 'certificate', path });
  if (!reply.known || !reply.exists || reply.until === undefined) return {};
  return { 'days-left': Math.floor((reply.until - now) / day) };
}

/** loadPersistentState of daemon/cluster/utils.go: a node is who has both the state and a certificate. */
function* inquire(_query: unknown, scene: Scene): Inquiry<Answer> {
  const root = yield* daemonRootOf(scene);
  if (root === undefined) return { known: false, why: 'unreadable' };
  if (typeof root !== 'string') return root;
  const certificate = `${root}/swarm/certificates/swarm-node.crt`;
  const [state, stat] = yield* askEach([
    { read: 'text', path: `${root}/swarm/docker-state.json` } as const,
    { read: 'stat', path: certificate } as const,
  ]);
  if (state === undefined || !state.known) return state ?? { known: false, why: 'not-asked' };
  if (!state.exists) return { known: true, facts: { member: false } };
  if (stat === undefined || !stat.known) return stat ?? { known: false, why: 'not-asked' };
  if (!stat.exists) return { known: true, facts: { member: false } };
  const address = yield* addressFacts((state as Text).text);
  return { known: true, facts: { member: true, ...address, ...(yield* certificateFact(certificate, scene)) } };
}

export const swarm: ProbeKind = {
  ask: 'swarm',
  about: 'swarm state under the data-root: member or not, its certificate, and whether the host still has its address',
  params: {},
  facts: { member: 'boolean', 'days-left': 'number', 'address-present': 'boolean', address: 'text' },
  command: () => "docker info -f '{{json .Swarm}}'",
  inquire,
};
