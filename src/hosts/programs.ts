/**
 * The programs that a host may be asked to run, each with what it may be told: reading only.
 * What is not here is never run, whoever asks for it.
 */
const programs: Readonly<Record<string, (args: readonly string[]) => boolean>> = {
  apparmor_parser: ([first]) => first === '--version',
  containerd: ([first]) => first === '--version' || first === '-v',
  'containerd-shim-runc-v2': ([first]) => first === '-v',
  dmesg: (args) => args.every((arg) => ['--color=never', '--notime', '-T'].includes(arg)),
  docker: ([first, second]) =>
    ['version', 'info', '--version'].includes(first ?? '') ||
    (first === 'context' && ['ls', 'show'].includes(second ?? '')),
  dockerd: (args) => ['--version', '-v', '--help', '--validate'].includes(args[0] ?? ''),
  'dpkg-query': ([first]) => first === '-W',
  'firewall-cmd': ([first]) => first === '--state' || first?.startsWith('--get-') === true,
  getcap: () => true,
  getenforce: (args) => args.length === 0,
  getent: () => true,
  ip6tables: (args) => readsTables(args),
  'ip6tables-save': (args) => args.length === 0,
  iptables: (args) => readsTables(args),
  'iptables-legacy-save': (args) => args.length === 0,
  'iptables-nft-save': (args) => args.length === 0,
  journalctl: (args) => !args.some((arg) => /^--(?:vacuum|rotate|flush|sync|relinquish|smart|setup|update)/.test(arg)),
  loginctl: ([first]) => first === 'show-user',
  modinfo: () => true,
  nft: ([first]) => first === '--version',
  podman: ([first]) => first === '--version',
  rpm: ([first]) => first === '-q',
  runc: ([first]) => first === '--version',
  snap: ([first]) => first === 'list',
  sysctl: ([first]) => first === '-n',
  systemctl: (args) =>
    args.some((arg) => arg === 'show' || arg === 'cat' || arg === 'is-active' || arg === 'list-unit-files'),
  'systemd-detect-virt': () => true,
  uname: ([first]) => first === '-r' || first === '-m',
  xfs_info: () => true,
};

/** `-t nat -S DOCKER`, `--version`: lists, never changes. */
const readsTables = (args: readonly string[]): boolean =>
  args[0] === '--version' ||
  (args.some((arg) => arg === '-S' || arg === '-L' || arg === '-nL') &&
    args.every((arg) => !/^-[ADIRFXZNPE]/.test(arg)));

export const mayRun = ([program = '', ...args]: readonly string[]): boolean =>
  Object.hasOwn(programs, program) && programs[program]?.(args) === true;
