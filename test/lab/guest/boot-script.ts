import { basesDir, imageTar, labDir, toolDir } from './places.ts';
import type { Kind } from './suites.ts';

/**
 * Two scripts, as data. They are shell since the last thing that they do is to
 * become systemd. The outer one runs in a mount namespace of its own (so that
 * every mount is gone with the guest), the inner one as process 1 of the guest.
 */
export interface BootPlan {
  readonly base: string;
  readonly dir: string;
  readonly kind: Kind;
  readonly hostname: string;
  readonly cgroups: readonly string[];
  readonly controllers: readonly string[];
  readonly image: string;
  /** The folder of all bases, from which a fault may borrow. */
  readonly bases: string;
  readonly tool?: { readonly node: string; readonly app: string };
  /** Start this unit instead of the default target. */
  readonly unit?: string;
}

const devices = ['null', 'zero', 'full', 'random', 'urandom', 'tty', 'kmsg', 'fuse', 'net/tun'];
const kept = { docker: '/var/lib/docker', containerd: '/var/lib/containerd', journal: '/var/log/journal' };

const bindTool = ({ tool }: BootPlan): string[] =>
  tool === undefined
    ? []
    : [
        `mkdir -p $R${toolDir}/app; touch $R${toolDir}/node`,
        `mount --bind -o ro ${tool.node} $R${toolDir}/node`,
        `mount --bind -o ro ${tool.app} $R${toolDir}/app`,
      ];

/** The machine's own root brings its own configuration and units; a guest starts from none. */
const forget = ({ base }: BootPlan): string[] =>
  base === '/' ? ['rm -rf $R/etc/docker/daemon.json $R/etc/systemd/system/*.wants $R/var/lib/docker/*'] : [];

export const outerScript = (plan: BootPlan): string =>
  [
    'set -e',
    ...plan.cgroups.map((folder) => `echo $$ > ${folder}/cgroup.procs`),
    `T=${plan.dir}/t; R=$T/root`,
    'mount --make-rprivate /',
    'mount -t tmpfs -o mode=755 tmpfs $T',
    `mkdir $T/upper $T/work $R ${Object.keys(kept)
      .map((name) => `$T/${name}`)
      .join(' ')}`,
    'chmod 711 $T/docker',
    `mount -t overlay -o lowerdir=${plan.base},upperdir=$T/upper,workdir=$T/work overlay $R`,
    ...forget(plan),
    ...Object.entries(kept).map(([name, path]) => `mkdir -p $R${path}; mount --bind $T/${name} $R${path}`),
    `mkdir -p $R${labDir}; cp ${plan.image} $R${imageTar}`,
    `mkdir -p $R${basesDir}; mount --bind ${plan.bases} $R${basesDir}; mount -o remount,bind,ro $R${basesDir}`,
    ...bindTool(plan),
    'tr -d - < /proc/sys/kernel/random/uuid > $R/etc/machine-id',
    `echo ${plan.hostname} > $R/etc/hostname`,
    `printf '127.0.0.1 localhost ${plan.hostname}\\n' > $R/etc/hosts`,
    'rm -f $R/etc/resolv.conf; : > $R/etc/resolv.conf',
    `exec unshare ${plan.kind === 'userns' ? '--user ' : ''}--mount --pid --net --uts --ipc --cgroup --fork --kill-child bash ${plan.dir}/inner.sh`,
  ].join('\n');

const cgroupMounts = ({ kind, controllers }: BootPlan): string[] => {
  if (kind !== 'v1') return ['mount -t cgroup2 cgroup2 $R/sys/fs/cgroup'];
  const mountOne = (name: string): string => {
    const option = name === 'systemd' ? 'none,name=systemd' : name;
    return `mkdir $R/sys/fs/cgroup/${name}; mount -t cgroup -o ${option} cgroup $R/sys/fs/cgroup/${name}`;
  };
  return ['mount -t tmpfs -o mode=755 tmpfs $R/sys/fs/cgroup', ...controllers.map(mountOne)];
};

const deviceMounts = (): string[] => [
  'mount -t tmpfs -o mode=755 tmpfs $R/dev',
  'mkdir -p $R/dev/pts $R/dev/shm $R/dev/net',
  ...devices.map(
    (name) => `[ ! -e /dev/${name} ] || { touch $R/dev/${name}; mount --bind /dev/${name} $R/dev/${name}; }`,
  ),
  'mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts $R/dev/pts',
  'ln -s pts/ptmx $R/dev/ptmx; mount -t tmpfs tmpfs $R/dev/shm; ln -s /proc/self/fd $R/dev/fd',
  'ln -s /proc/self/fd/0 $R/dev/stdin; ln -s /proc/self/fd/1 $R/dev/stdout; ln -s /proc/self/fd/2 $R/dev/stderr',
];

export const innerScript = (plan: BootPlan): string =>
  [
    'set -e',
    `read go < ${plan.dir}/go`,
    `R=${plan.dir}/t/root`,
    'mount --make-rprivate /',
    ...(plan.kind === 'userns' ? ['mount --rbind $R $R'] : []),
    'mount -t proc proc $R/proc; mount -t sysfs sysfs $R/sys',
    ...cgroupMounts(plan),
    'mount -t tmpfs tmpfs $R/run; mount -t tmpfs tmpfs $R/tmp',
    ...deviceMounts(),
    `hostname ${plan.hostname}; ip link set lo up`,
    'cd $R; mkdir -p mnt; pivot_root . mnt',
    // a release may keep mount elsewhere than this machine
    'hash -r; umount -l /mnt; mount --make-rshared /',
    `export container=${plan.kind === 'userns' ? 'lxc' : 'docker-why-lab'} SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1`,
    `exec /lib/systemd/systemd --system ${plan.unit === undefined ? '' : `--unit=${plan.unit} `}--log-target=journal --show-status=0`,
  ].join('\n');
