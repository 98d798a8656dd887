/** sbin is not in everyone's PATH, and dockerd, iptables and their like live there. */
export const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin';

/** What a program is told of the caller's environment. */
export const passedVariables = [
  'HOME',
  'XDG_RUNTIME_DIR',
  'DBUS_SESSION_BUS_ADDRESS',
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_CONFIG',
] as const;

/** The same in a shell: each variable as a word, where it is set. In C, so that what is printed can be read. */
export const cleanRun = `env -i PATH=${searchPath} LC_ALL=C ${passedVariables
  .map((name) => `\${${name}+"${name}=$${name}"}`)
  .join(' ')}`;
