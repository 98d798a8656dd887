/** The programs of shadow-utils and busybox that change accounts. */
const accountPrograms: ReadonlySet<string> = new Set([
  'addgroup',
  'adduser',
  'delgroup',
  'deluser',
  'gpasswd',
  'groupadd',
  'groupdel',
  'groupmod',
  'useradd',
  'userdel',
  'usermod',
]);

/** What they write; useradd(8) and its kin, section FILES. */
export const accountFiles: readonly string[] = [
  '/etc/passwd',
  '/etc/group',
  '/etc/shadow',
  '/etc/gshadow',
  '/etc/subuid',
  '/etc/subgid',
];

/** The files that a program writes, so far as it is known: then they can be put back to the byte. */
export const touchesOf = ([program = '']: readonly string[]): { readonly touches?: readonly string[] } =>
  accountPrograms.has(program) ? { touches: accountFiles } : {};
