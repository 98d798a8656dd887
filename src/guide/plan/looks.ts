/** Programs of steps that only show something to a person; a plan leaves them out. */
const looking = new Set([
  'cat',
  'date',
  'df',
  'dmesg',
  'file',
  'find',
  'findmnt',
  'getent',
  'getfacl',
  'grep',
  'head',
  'id',
  'journalctl',
  'ls',
  'lsattr',
  'lsblk',
  'lsmod',
  'lsof',
  'namei',
  'nvidia-smi',
  'openssl',
  'ps',
  'python3',
  'stat',
  'ss',
  'tail',
  'timedatectl',
  'uname',
  'which',
]);

/** Programs of which only some words look. */
const lookingWords: Readonly<Record<string, ReadonlySet<string>>> = {
  docker: new Set([
    'info',
    'version',
    'ps',
    'inspect',
    'image',
    'context',
    'images',
    'logs',
    'run',
    'network',
    'volume',
    'system',
  ]),
  dockerd: new Set(['--validate', '--version']),
  systemctl: new Set([
    'cat',
    'list-units',
    'list-jobs',
    'list-unit-files',
    'list-dependencies',
    'show',
    'status',
    'is-active',
  ]),
  snap: new Set(['list', 'connections']),
  iptables: new Set(['--version', '-nL', '-L', '-S']),
  ip: new Set(['address', 'addr', 'route', 'link', '-br']),
  runc: new Set(['--version']),
  containerd: new Set(['--version']),
};

export const onlyLooks = ([program = '', word = '']: readonly string[]): boolean =>
  looking.has(program) || lookingWords[program]?.has(word) === true;

/** What nobody does for a person: the machine goes down, or its next boot changes. */
export const forPersons = ([program = '', word = '']: readonly string[]): boolean =>
  [
    'reboot',
    'shutdown',
    'poweroff',
    'grubby',
    'update-grub',
    'grub2-mkconfig',
    'mkfs',
    'xfs_repair',
    'fsck',
    'dd',
    'rm',
  ].includes(program) ||
  program.startsWith('mkfs.') ||
  (program === 'systemctl' && ['reboot', 'poweroff', 'halt', 'kexec'].includes(word));
