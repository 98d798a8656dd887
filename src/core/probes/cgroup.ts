import type { ProbeKind } from './kind.ts';

export const cgroup: ProbeKind = {
  ask: 'cgroup',
  about: 'cgroup version and mounts; controllers as words, `driver` of the daemon',
  params: { 'controller?': 'text' },
  facts: {
    version: 'number',
    mounted: 'boolean',
    controllers: 'text',
    enabled: 'boolean',
    delegated: 'boolean',
    driver: 'text',
  },
  command: () => 'stat -fc %T /sys/fs/cgroup; cat /sys/fs/cgroup/cgroup.controllers /proc/cgroups',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
