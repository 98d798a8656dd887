/**
 * The programs that a host may be asked to run, each with what it may be told: reading only.
 * What is not here is never run, whoever asks for it.
 */
const programs: Readonly<Record<string, (args: readonly string[]) => boolean>> = {
  apparmor_parser: ([first]) => first === '--version',
  ausearch: (args) => args.join(' ') === '-m avc -ts boot',
  date: (args) => args.length === 1 && args[0] === '+%z',
  containerd: (args) =>
    ['--version', '-v', '--config /etc/containerd/config.toml config dump'].includes(args.join(' ')),
  'containerd-shim-runc-v2': ([first]) => first === '-v',
  dmesg: (args) => args.every((arg) => ['--color=never', '--notime', '-T'].includes(arg)),
  docker: ([first, second]) =>
    ['version', 'info', '--version'].includes(first ?? '') ||
    (first === 'context' && ['ls', 'show'].includes(second ?? '')),
  dockerd: (args) => asksDockerd(args),
  'dpkg-query': ([first]) => first === '-W',
  'firewall-cmd': ([first]) => first === '--state' || first?.startsWith('--get-') === true,
  getcap: () => true,
  getenforce: (args) => args.length === 0,
  getent: () => true,
  ip: (args) => args.slice(0, 5).join(' ') === '-o -4 address show dev' && args.length === 6,
  ip6tables: (args) => readsTables(args),
  'ip6tables-save': (args) => args.length === 0,
  iptables: (args) => readsTables(args),
  'iptables-legacy-save': (args) => args.length === 0,
  'iptables-nft-save': (args) => args.length === 0,
  journalctl: (args) =>
    !args.some((arg) => /^--(?:vacuum|rotate|flush|sync|relinquish|smart|setup|update|cursor-file)/.test(arg)),
  loginctl: ([first]) => first === 'show-user',
  modinfo: () => true,
  nft: ([first]) => first === '--version',
  podman: ([first]) => first === '--version',
  rpm: ([first]) => first === '-q',
  runc: ([first]) => first === '--version',
  snap: ([first]) => first === 'list',
  ss: (args) => args.length === 1 && (args[0] === '-lntup' || args[0] === '-lxp'),
  sysctl: ([first]) => first === '-n',
  systemctl: (args) =>
    args.join() === '--version' ||
    ['show', 'cat', 'is-active', 'list-unit-files'].includes(args.find((arg) => !arg.startsWith('-')) ?? ''),
  'systemd-detect-virt': () => true,
  uname: ([first]) => first === '-r' || first === '-m',
  xfs_info: (args) => args.length === 1 && args[0]?.startsWith('/') === true,
  zcat: (args) => args.length === 1 && args[0] === '/proc/config.gz',
};

/** The unit's own flags may follow, but nothing that takes the first back: without it, dockerd would start. */
const asksDockerd = ([first, ...rest]: readonly string[]): boolean => {
  if (first === '--validate') return rest.every((arg) => !/^-{1,2}validate/.test(arg));
  if (first === '--version') return rest.every((arg) => !/^-{1,2}version|^-[A-Za-z]*v/.test(arg));
  return ['-v', '--help'].includes(first ?? '') && rest.length === 0;
};

/** `-t nat -S DOCKER`, `--version`: lists, never changes. */
const readsTables = (args: readonly string[]): boolean =>
  args[0] === '--version' ||
  (args.some((arg) => arg === '-S' || arg === '-L' || arg === '-nL') &&
    args.every((arg) => !/^-[ADIRFXZNPE]/.test(arg)));

export const mayRun = ([program = '', ...args]: readonly string[]): boolean =>
  Object.hasOwn(programs, program) && programs[program]?.(args) === true;
