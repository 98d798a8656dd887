/** Short flags of dockerd (cmd/dockerd/options.go, config.go in moby), by their long names. */
const shortFlags: Readonly<Record<string, string>> = {
  D: 'debug',
  G: 'group',
  H: 'host',
  b: 'bridge',
  g: 'data-root',
  l: 'log-level',
  p: 'pidfile',
  s: 'storage-driver',
};

/** Flags that take no value of their own. */
const switches = new Set([
  'debug',
  'tls',
  'tlsverify',
  'icc',
  'ip-forward',
  'ip-masq',
  'iptables',
  'ip6tables',
  'ipv6',
  'live-restore',
  'no-new-privileges',
  'raw-logs',
  'rootless',
  'selinux-enabled',
  'experimental',
  'init',
  'userland-proxy',
  'disable-legacy-registry',
  'validate',
  'version',
  'help',
  'daemon',
]);

const renamed: Readonly<Record<string, string>> = { graph: 'data-root' };

/** The name of a flag in daemon.json where it differs (opts.NewNamedListOptsRef and friends in moby). */
const plural: Readonly<Record<string, string>> = {
  host: 'hosts',
  label: 'labels',
  'authorization-plugin': 'authorization-plugins',
  'cluster-store-opt': 'cluster-store-opts',
  'default-address-pool': 'default-address-pools',
  'default-network-opt': 'default-network-opts',
  'default-ulimit': 'default-ulimits',
  'dns-opt': 'dns-opts',
  'exec-opt': 'exec-opts',
  'insecure-registry': 'insecure-registries',
  'log-opt': 'log-opts',
  'node-generic-resource': 'node-generic-resources',
  'registry-mirror': 'registry-mirrors',
  'storage-opt': 'storage-opts',
  'add-runtime': 'runtimes',
};

/** The key of daemon.json for a flag. */
export const keyOfFlag = (flag: string): string => plural[flag] ?? renamed[flag] ?? flag;

export type Flags = ReadonlyMap<string, readonly string[]>;

/** The flags of a dockerd command line, by the names that daemon.json has for them. */
export const parseFlags = (argv: readonly string[]): Flags => {
  const flags = new Map<string, readonly string[]>();
  const add = (name: string, value: string): void => {
    const key = keyOfFlag(name);
    flags.set(key, [...(flags.get(key) ?? []), value]);
  };
  for (let at = 0; at < argv.length; at += 1) {
    const [, dashes = '', name = '', value] = /^(--?)([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(argv[at] ?? '') ?? [];
    if (dashes === '') continue;
    const long = dashes === '-' && name.length === 1 ? (shortFlags[name] ?? name) : name;
    if (value !== undefined) add(long, value);
    else if (switches.has(long)) add(long, 'true');
    else if (dashes === '-' && name.length > 1 && shortFlags[name[0] ?? ''] !== undefined)
      add(shortFlags[name[0] ?? ''] ?? name, name.slice(1));
    else {
      at += 1;
      add(long, argv[at] ?? '');
    }
  }
  return flags;
};
