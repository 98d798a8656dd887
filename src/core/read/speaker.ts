import type { Speaker } from '../types.ts';

const daemons = [
  'dockerd',
  'docker',
  'docker-current',
  'dockerd-current',
  'dockerd-latest',
  'docker-latest',
  'docker.dockerd',
  'docker.io',
  'balenad',
  'balena-engine-daemon',
  'docker-daemon',
  'dockerd-dev',
  'dockerd-ce',
  'rc.docker',
  'moby-engine',
];

const table: Readonly<Record<Exclude<Speaker, 'other' | 'unknown' | 'container'>, readonly string[]>> = {
  daemon: daemons,
  systemd: [
    'systemd',
    'init.scope',
    '(sd-chown)',
    'systemctl',
    'systemd-sysv-generator',
    'init',
    'invoke-rc.d',
    'dpkg',
    'rpm',
  ],
  containerd: [
    'containerd',
    'docker-containerd',
    'containerd-shim',
    'containerd-shim-runc-v2',
    'runc',
    'containerd.service',
  ],
  rootless: [
    'dockerd-rootless.sh',
    'dockerd-rootless-setuptool.sh',
    'rootlesskit',
    'slirp4netns',
    'dockerd-rootless',
    'vpnkit',
  ],
  client: [
    'docker-compose',
    'compose',
    'docker-cli',
    'kubelet',
    'kubeadm',
    'localkube',
    'hyperkube',
    'k3s',
    'cri-dockerd',
    'minikube',
    'gitlab-runner',
  ],
  kernel: ['kernel'],
  host: [
    'audit',
    'auditd',
    'firewalld',
    'NetworkManager',
    'apparmor',
    'dbus-daemon',
    'setroubleshoot',
    'modprobe',
    'systemd-modules-load',
    'iptables',
    'systemd-coredump',
    'systemd-oomd',
    'fsck',
    'systemd-fsck',
    'oomd',
  ],
};

const byProgram: ReadonlyMap<string, Speaker> = new Map(
  Object.entries(table).flatMap(([speaker, programs]) =>
    programs.map((program) => [program.toLowerCase(), speaker as Speaker] as const),
  ),
);

/** Programs that hand on the output of others: what they print may be anybody's. */
const carriers = new Set([
  'cloud-init',
  'cloud-final',
  'user-data',
  'startup-script',
  'google_metadata_script_runner',
  'ansible',
  'packer',
  'terraform',
  'vagrant',
  'sh',
  'bash',
  'make',
  'apt',
  'apt-get',
  'yum',
  'dnf',
  'packagekitd',
  'unattended-upgrade',
]);

/** `9f3c1a2b4d5e`, or `docker/my-container`: the journald and syslog log drivers' tags. */
const containerTag = /^(?:[0-9a-f]{12}|[0-9a-f]{64}|docker\/.+)$/;

/** Unit names as the identifier (journalctl -o with-unit), also `user@1000.service/docker.service`. */
const unitSpeaker = (program: string): Speaker | undefined => {
  const unit = program.split('/').at(-1) ?? program;
  if (!unit.endsWith('.service')) return undefined;
  if (/^(?:docker|snap\.[\w.-]*docker\w*|balena[\w-]*)\.service$/.test(unit)) return 'daemon';
  return unit === 'containerd.service' ? 'containerd' : undefined;
};

/** Who a syslog identifier stands for. Exec children are `(dockerd)`. */
export const speakerOf = (program: string): Speaker => {
  const name = program.replace(/^.*\//, '').toLowerCase();
  if (containerTag.test(program)) return 'container';
  const known = byProgram.get(name);
  if (known !== undefined) return known;
  if (carriers.has(name)) return 'unknown';
  if (/^\(.*\)$/.test(program)) return 'systemd';
  if (/^(?:[\w-]+\.)?daemon-docker$|^snap\.?docker/.test(name)) return 'daemon';
  return unitSpeaker(program) ?? 'other';
};

/** Words that only a client of the daemon prints, whoever logged them. */
const clientMark =
  /error response from daemon|cannot connect to the docker daemon|docker daemon socket|error during connect|dockerexception|while fetching server api version/i;

export const soundsLikeClient = (text: string): boolean => clientMark.test(text);

/** With one of these a client or a daemon begins the last that it prints, without a level. */
export const lastWords = 'docker: |failed to start daemon|error starting daemon';
