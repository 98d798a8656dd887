/** Short flags of dockerd (cmd/dockerd/options.go, config.go in moby), by their long names. */
const shortFlags: Readonly<Record<string, string>> = {
  D: 'debug',
  G: 'group',
  H: 'host',
  b: 'bridge',
  g: 'graph',
  l: 'log-level',
  p: 'pidfile',
  s: 'storage-driver',
};

/** Flags that take no value of their own. */
const switches = new Set([
  'debug',
  'tls',
  'tlsverify',
  'allow-direct-routing',
  'api-enable-cors',
  'cri-containerd',
  'icc',
  'ip-forward',
  'ip-forward-no-drop',
  'ip-masq',
  'iptables',
  'ip6tables',
  'ipv6',
  'live-restore',
  'no-new-privileges',
  'raw-logs',
  'restart',
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

/** The name of a flag in daemon.json where it differs (opts.NewNamedListOptsRef and friends in moby). */
const named = new Map<string, string>([
  ['host', 'hosts'],
  ['label', 'labels'],
  ['authorization-plugin', 'authorization-plugins'],
  ['cdi-spec-dir', 'cdi-spec-dirs'],
  ['cluster-store-opt', 'cluster-store-opts'],
  ['default-address-pool', 'default-address-pools'],
  ['default-network-opt', 'default-network-opts'],
  ['default-ulimit', 'default-ulimits'],
  ['dns-opt', 'dns-opts'],
  ['exec-opt', 'exec-opts'],
  ['feature', 'features'],
  ['insecure-registry', 'insecure-registries'],
  ['log-opt', 'log-opts'],
  ['node-generic-resource', 'node-generic-resources'],
  ['registry-mirror', 'registry-mirrors'],
  ['storage-opt', 'storage-opts'],
  ['add-runtime', 'runtimes'],
  // its name since 17.05
  ['graph', 'data-root'],
]);

/** The key of daemon.json for a flag. */
export const keyOfFlag = (flag: string): string => named.get(flag) ?? flag;

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

export interface GivenFlag {
  /** As dockerd calls it: `host`, also for `-H`. */
  readonly name: string;
  readonly value: string;
}

interface TakenApart {
  readonly given: readonly GivenFlag[];
  /** Words that are neither a flag nor the value of one. */
  readonly stray: readonly string[];
}

const takeApart = (argv: readonly string[]): TakenApart => {
  const given: GivenFlag[] = [];
  const stray: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = wordOf(argv[at] ?? '');
    if (word === undefined) {
      stray.push(argv[at] ?? '');
      continue;
    }
    const next = argv[at + 1] ?? '';
    // a flag that is not known here may be a switch
    const takesNext = word.value === undefined && !switches.has(word.name) && !/^--?[A-Za-z]/.test(next);
    const value = word.value ?? (takesNext ? next : 'true');
    if (takesNext) at += 1;
    given.push({ name: word.name, value });
  }
  return { given, stray };
};

/** The flags of a dockerd command line, in their order. */
export const givenFlags = (argv: readonly string[]): readonly GivenFlag[] => takeApart(argv).given;

/** Arguments, of which dockerd takes none (moby cmd/dockerd/docker.go, cli.NoArgs). */
export const strayWords = (argv: readonly string[]): readonly string[] =>
  takeApart(argv).stray.filter((word) => /^[^-$\s]/.test(word));

/** The same by the names that daemon.json has for them. */
export const parseFlags = (argv: readonly string[]): Flags => {
  const flags = new Map<string, readonly string[]>();
  for (const { name, value } of givenFlags(argv)) {
    const key = keyOfFlag(name);
    flags.set(key, [...(flags.get(key) ?? []), value]);
  }
  return flags;
};
