import { keyOfFlag } from './flags.ts';
import type { Help } from './help.ts';

/** Keys of daemon.json and flags that every dockerd from 1.13 to 29 knows (its flags in cmd/dockerd, daemon/command). */
const everywhere = new Set(
  `authorization-plugin authorization-plugins bip bridge cgroup-parent containerd cpu-rt-period cpu-rt-runtime debug default-gateway
  default-gateway-v6 default-runtime dns dns-opt dns-opts dns-search exec-opt exec-opts exec-root experimental fixed-cidr
  fixed-cidr-v6 group help host hosts icc init init-path insecure-registries insecure-registry ip ip-forward
  ip-masq iptables ipv6 label labels live-restore log-driver log-level log-opt log-opts max-concurrent-downloads max-concurrent-uploads metrics-addr mtu
  pidfile raw-logs registry-mirror registry-mirrors runtimes seccomp-profile selinux-enabled shutdown-timeout storage-driver
  storage-opt storage-opts swarm-default-advertise-addr tls tlscacert tlscert tlskey tlsverify userland-proxy
  userland-proxy-path userns-remap`.split(/\s+/),
);

/** Those that some of them know and others do not, or that --help does not show. */
const somewhere = new Set(
  `add-runtime allow-direct-routing allow-nondistributable-artifacts api-cors-header api-enable-cors bip6 bridge-accept-fwmark
  builder cdi-spec-dir cdi-spec-dirs cluster-advertise cluster-store cluster-store-opt cluster-store-opts config-file containerd-namespace
  containerd-plugins-namespace cri-containerd data-root default-address-pool default-address-pools
  default-cgroupns-mode default-ipc-mode default-network-opt default-network-opts default-shm-size default-stop-timeout
  default-ulimit default-ulimits deprecated-key-path disable-legacy-registry feature features firewall-backend
  graph host-gateway-ip host-gateway-ips http-proxy https-proxy ip-forward-no-drop ip6tables log-format
  max-download-attempts min-api-version network-control-plane-mtu network-diagnostic-port no-new-privileges
  no-proxy node-generic-resource node-generic-resources nri-opts oom-score-adjust restart rootless validate version`.split(
    /\s+/,
  ),
);

/** Known to a dockerd that does not list them: hidden, deprecated, or keys without a flag. */
const unlisted = new Set(
  `allow-nondistributable-artifacts api-cors-header api-enable-cors builder cluster-advertise cluster-store
  cluster-store-opt cluster-store-opts containerd-namespace containerd-plugins-namespace deprecated-key-path
  disable-legacy-registry features graph min-api-version mtu network-diagnostic-port oom-score-adjust restart
  run-service`.split(/\s+/),
);

/** Does a dockerd with this --help know the flag? Nothing where its help does not tell. */
export const knowsFlag = (help: Help, name: string): boolean | undefined => {
  if (help.flags.has(name)) return true;
  return unlisted.has(name) ? undefined : false;
};

const isKnown = (key: string, help: Help | undefined): boolean | undefined => {
  if (everywhere.has(key)) return true;
  if (help === undefined) return somewhere.has(key) ? undefined : false;
  // a flag is a key too, whether or not it has a name of its own there (flags.Lookup)
  if ([...help.flags].some((flag) => flag === key || keyOfFlag(flag) === key)) return true;
  return unlisted.has(key) ? undefined : false;
};

/** Their inside is not looked at (flatOptions of daemon/config/config.go). */
const flat = new Set([
  'builder',
  'cluster-store-opts',
  'default-network-opts',
  'default-ulimits',
  'features',
  'log-opts',
  'nri-opts',
  'runtimes',
]);

/** The keys that dockerd looks at: those inside of an object stand for it (configValuesSet). */
export const keysOfConfig = (value: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(value).flatMap(([key, inside]) =>
    typeof inside === 'object' && inside !== null && !Array.isArray(inside) && !flat.has(key)
      ? Object.keys(inside)
      : [key],
  );

export interface Unknowns {
  readonly names: readonly string[];
  /** Could it be told of every key? */
  readonly complete: boolean;
}

/** Keys that this dockerd, or without its help no dockerd, knows. */
export const unknownKeys = (keys: readonly string[], help: Help | undefined): Unknowns => {
  const known = keys.map((key) => ({ key, known: isKnown(key, help) }));
  return {
    names: known.flatMap((one) => (one.known === false ? [one.key] : [])),
    complete: known.every((one) => one.known !== undefined),
  };
};

/** Given both as a flag and in the file (findConfigurationConflicts); runtimes may be. */
export const conflictsOf = (keys: readonly string[], flags: readonly string[]): readonly string[] => {
  const inFile = new Set(keys);
  const names = flags.map((flag) => (flag === 'graph' ? flag : keyOfFlag(flag)));
  return [...new Set(names)].filter((name) => name !== 'runtimes' && inFile.has(name));
};
