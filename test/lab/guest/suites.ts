/** What a guest is made of, by release. */

export const suiteNames = ['bullseye', 'bookworm', 'trixie', 'forky', 'host'] as const;
export type SuiteName = (typeof suiteNames)[number];

/** v2: cgroup2. v1: cgroup v1 hierarchies with limits. userns: the whole guest in a user namespace of its own. */
export const kinds = ['v2', 'v1', 'userns'] as const;
export type Kind = (typeof kinds)[number];

export interface Suite {
  readonly name: SuiteName;
  readonly packages: readonly string[];
  readonly aptOptions: readonly string[];
  /** The kinds of guest that come up with this release. */
  readonly kinds: readonly Kind[];
}

const basic = [
  ...['systemd', 'systemd-sysv', 'dbus', 'docker.io', 'iptables', 'uidmap', 'iproute2', 'procps'],
  ...['busybox-static', 'kmod', 'locales', 'e2fsprogs', 'openssl', 'rootlesskit', 'slirp4netns', 'xfsprogs'],
  'firewalld',
];

export const suites: Readonly<Record<SuiteName, Suite>> = {
  bullseye: { name: 'bullseye', packages: basic, aptOptions: [], kinds: ['v2', 'v1', 'userns'] },
  bookworm: { name: 'bookworm', packages: basic, aptOptions: [], kinds: ['v2', 'v1', 'userns'] },
  trixie: { name: 'trixie', packages: [...basic, 'docker-cli'], aptOptions: [], kinds: ['v2', 'v1', 'userns'] },
  forky: {
    name: 'forky',
    packages: [...basic, 'docker-cli'],
    aptOptions: ['Acquire::Check-Valid-Until "false"'],
    kinds: ['v2', 'userns'],
  },
  /** The machine's own root file system under an overlay; nothing is built. */
  host: { name: 'host', packages: [], aptOptions: [], kinds: ['v2'] },
};

export const isSuite = (word: string): word is SuiteName => suiteNames.some((name) => name === word);
export const isKind = (word: string): word is Kind => kinds.some((kind) => kind === word);
