/** Names of controllers, as cgroup v1 has them (cgroups(7)). */
const known = new Set(
  'cpu cpuacct cpuset memory devices freezer net_cls net_prio blkio io perf_event hugetlb pids rdma misc'.split(' '),
);

export const isController = (name: string): boolean => known.has(name);

/** /proc/cgroups: `memory 4 18 1`, the last column tells whether it is enabled. What the kernel lacks is not there. */
export const parseProcCgroups = (text: string): ReadonlyMap<string, boolean> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [, name, enabled] = /^(\w{1,40})\s+\d+\s+\d+\s+([01])$/.exec(line.trim()) ?? [];
      return name === undefined ? [] : [[name, enabled === '1'] as const];
    }),
  );

/** What of v1 goes by another name in v2; `devices` and `freezer` are no controllers there, and always present. */
const inV2: Readonly<Record<string, string>> = { blkio: 'io', cpuacct: 'cpu' };
const notInV2 = new Set(['devices', 'freezer', 'net_cls', 'net_prio', 'perf_event']);

export const nameInV2 = (name: string): string | undefined => (notInV2.has(name) ? undefined : (inV2[name] ?? name));
export const nameInV1 = (name: string): string => (name === 'io' ? 'blkio' : name);
