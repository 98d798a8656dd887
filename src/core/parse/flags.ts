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

interface Word {
  readonly name: string;
  readonly value?: string;
}

/** `--mtu=1400`, `-H fd://`, `-Hfd://`, and `-icc=false` as Docker took it before 1.10. */
const wordOf = (text: string): Word | undefined => {
  const [, letter = '', rest = ''] = /^-([A-Za-z])(.*)$/s.exec(text) ?? [];
  const short = shortFlags[letter];
  if (short !== undefined) return { name: short, ...(rest !== '' && { value: rest.replace(/^=/, '') }) };
  const [, name, value] = /^--?([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(text) ?? [];
  return name === undefined ? undefined : { name, ...(value !== undefined && { value }) };
};

/** The flags of a dockerd command line, by the names that daemon.json has for them. */
export const parseFlags = (argv: readonly string[]): Flags => {
  const flags = new Map<string, readonly string[]>();
  for (let at = 0; at < argv.length; at += 1) {
    const word = wordOf(argv[at] ?? '');
    if (word === undefined) continue;
    const takesNext = word.value === undefined && !switches.has(word.name);
    const value = word.value ?? (takesNext ? (argv[at + 1] ?? '') : 'true');
    if (takesNext) at += 1;
    const key = keyOfFlag(word.name);
    flags.set(key, [...(flags.get(key) ?? []), value]);
  }
  return flags;
};
