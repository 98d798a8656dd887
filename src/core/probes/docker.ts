import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const dockerKinds: readonly ProbeKind[] = [
  {
    ask: 'daemon-config',
    about: 'daemon.json held against the real flags: conflicts, unknown keys, `dockerd --validate` where it exists',
    params: {},
    facts: {
      exists: 'boolean',
      'json-valid': 'boolean',
      conflicts: 'number',
      'conflict-names': 'text',
      'unknown-keys': 'number',
      'unknown-names': 'text',
      validated: 'boolean',
      error: 'text',
    },
    command: () => 'sudo dockerd --validate --config-file /etc/docker/daemon.json',
  },
  {
    ask: 'daemon-option',
    about: 'the value the daemon would use for an option (name as in daemon.json), and where it is from',
    params: { name: 'text' },
    facts: { set: 'boolean', value: 'text', 'in-file': 'boolean', 'in-flags': 'boolean' },
    command: (query) =>
      `grep -s ${quoteWord(param(query, 'name'))} /etc/docker/daemon.json; systemctl show docker -p ExecStart`,
  },
  {
    ask: 'flag-known',
    about: 'does this dockerd know the flag (dockerd --help)',
    params: { name: 'text' },
    facts: { known: 'boolean' },
    command: (query) => `dockerd --help | grep -e ${quoteWord(param(query, 'name'))}`,
  },
  {
    ask: 'process',
    about: 'running processes of that program name',
    params: { name: 'text' },
    facts: { count: 'number', pid: 'number', command: 'text', snap: 'boolean', uid: 'number' },
    command: (query) => `ps -o pid,user,lstart,args -C ${quoteWord(param(query, 'name'))}`,
  },
  {
    ask: 'pid-file',
    about: 'a pid file against /proc: who holds that pid now',
    params: { path: 'text' },
    facts: { exists: 'boolean', pid: 'number', alive: 'boolean', program: 'text', daemon: 'boolean' },
    command: (query) => `ps -o pid,args -p "$(cat ${quoteWord(param(query, 'path'))})"`,
  },
  {
    ask: 'version',
    about:
      'the version of docker (client), dockerd, containerd, runc, systemd, libseccomp ...; `major` and `minor` as numbers',
    params: { program: 'text' },
    facts: { found: 'boolean', path: 'text', version: 'text', major: 'number', minor: 'number' },
    command: (query) => `${quoteWord(param(query, 'program'))} --version`,
  },
  {
    ask: 'program',
    about: 'a program in the PATH of the daemon',
    params: { name: 'text' },
    facts: { found: 'boolean', path: 'text', executable: 'boolean', setuid: 'boolean', capabilities: 'text' },
    command: (query) => `command -v ${quoteWord(param(query, 'name'))}`,
  },
  {
    ask: 'package',
    about: 'an installed package of the distribution',
    params: { name: 'text' },
    facts: { installed: 'boolean', version: 'text' },
    command: (query) =>
      `dpkg -l ${quoteWord(param(query, 'name'))} 2>/dev/null || rpm -q ${quoteWord(param(query, 'name'))}`,
  },
  {
    ask: 'engine',
    about: 'how Docker is installed: packages of docker-ce, docker.io, moby-engine, snap, podman-docker, and units',
    params: {},
    facts: {
      installed: 'boolean',
      package: 'text',
      snap: 'boolean',
      rootless: 'boolean',
      desktop: 'boolean',
      unit: 'text',
    },
    command: () => 'systemctl list-unit-files "*docker*"; command -v dockerd docker; snap list docker',
  },
  {
    ask: 'docker-info',
    about: 'docker info, if the daemon answers; `field` is a Go template field such as Driver',
    params: { 'field?': 'text' },
    facts: { answers: 'boolean', value: 'text', error: 'text' },
    command: (query) =>
      query['field'] === undefined ? 'docker info' : `docker info -f '{{.${param(query, 'field')}}}'`,
  },
  {
    ask: 'endpoint',
    about: 'where the docker client of the caller points: DOCKER_HOST, else the current context',
    params: {},
    facts: { host: 'text', from: 'text', context: 'text', exists: 'boolean', answers: 'boolean', tls: 'boolean' },
    command: () => 'printenv DOCKER_HOST DOCKER_CONTEXT; docker context ls',
  },
  {
    ask: 'swarm',
    about: 'swarm state under the data-root',
    params: {},
    facts: { member: 'boolean', 'days-left': 'number', 'address-present': 'boolean', address: 'text' },
    command: () => "docker info -f '{{json .Swarm}}'",
  },
];
