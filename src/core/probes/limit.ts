import type { ProbeKind } from './kind.ts';

export const limit: ProbeKind = {
  ask: 'limit',
  about:
    'use against a limit of the host: pids, threads, keys, inotify-watches, inotify-instances, files, user-namespaces',
  params: { name: 'text' },
  facts: { used: 'number', limit: 'number', percent: 'number' },
  command: () => 'cat /proc/sys/kernel/pid_max /proc/sys/kernel/threads-max /proc/key-users; ulimit -a',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
