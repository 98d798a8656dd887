import { ask, type Inquiry } from '../ask/inquiry.ts';
import type { Scene } from '../ask/scene.ts';
import { optionOf, settingsKnown, settingsOf } from '../ask/settings.ts';
import { type Network, overlap, parseNetwork, showNetwork } from '../parse/ip.ts';
import { parseRoutes, type Route } from '../parse/routes.ts';
import { type ProbeKind, param } from './kind.ts';

/** The first of the pools that dockerd brings along (libnetwork/ipamutils). */
const bridgePool = '172.17.0.0/16';

/** Of Docker itself: its bridge, those of its networks, and their cables. */
const isDockers = ({ interface: name }: Route): boolean =>
  /^(?:docker0|docker_gwbridge|br-[0-9a-f]{12}|veth[0-9a-f]+)$/.test(name);

/** `bip`, else what docker0 has now, else what it would get where no other pools are set. */
function* bridgeSubnet(scene: Scene, routes: readonly Route[]): Inquiry<Network | undefined> {
  const settings = yield* settingsOf(scene);
  const { value } = optionOf(settings, 'bip');
  if (value !== undefined) return parseNetwork(value);
  const own = routes.find((route) => route.interface === 'docker0');
  if (own !== undefined) return own;
  const pools = optionOf(settings, 'default-address-pools').value;
  return settingsKnown(settings) && pools === undefined ? parseNetwork(bridgePool) : undefined;
}

/** dockerd does not look at the default route either (libnetwork/netutils, CheckRouteOverlaps). */
const conflict = (subnet: Network, routes: readonly Route[]): Route | undefined =>
  routes.find((route) => route.bits > 0 && !isDockers(route) && overlap(route, subnet));

export const routeOverlap: ProbeKind = {
  ask: 'route-overlap',
  about:
    "does an IPv4 subnet overlap a route of the host's main table, other than Docker's own; without `subnet` that of the default bridge",
  params: { 'subnet?': 'text' },
  facts: { overlaps: 'boolean', route: 'text', interface: 'text' },
  command: () => 'ip route; ip -br address',
  *inquire(query, scene) {
    const asked = parseNetwork(param(query, 'subnet'));
    if (query['subnet'] !== undefined && asked?.address.length !== 4) return { known: false, why: 'not-asked' };
    const reply = yield* ask({ read: 'text', path: '/proc/net/route' });
    if (!reply.known) return reply;
    const routes = reply.exists ? parseRoutes(reply.text) : [];
    const subnet = asked ?? (yield* bridgeSubnet(scene, routes));
    if (!reply.exists || subnet?.address.length !== 4) return { known: false, why: 'absent' };
    const found = conflict(subnet, routes);
    if (found === undefined) return { known: true, facts: { overlaps: false } };
    return { known: true, facts: { overlaps: true, route: showNetwork(found), interface: found.interface } };
  },
};
