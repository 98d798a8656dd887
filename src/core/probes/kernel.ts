import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const kernelKinds: readonly ProbeKind[] = [
  {
    ask: 'sysctl',
    about: 'a value below /proc/sys',
    params: { key: 'text' },
    facts: { exists: 'boolean', value: 'number', text: 'text' },
    command: (query) => `sysctl ${quoteWord(param(query, 'key'))}`,
  },
  {
    ask: 'kernel',
    about: 'the running kernel; are its modules on disk',
    params: {},
    facts: {
      release: 'text',
      major: 'number',
      minor: 'number',
      'modules-dir': 'boolean',
      newest: 'text',
      wsl: 'boolean',
    },
    command: () => 'uname -r; ls /lib/modules',
  },
  {
    ask: 'kernel-config',
    about: 'an option of the kernel, from /proc/config.gz or /boot/config-*: y, m or n',
    params: { option: 'text' },
    facts: { value: 'text', enabled: 'boolean' },
    command: (query) => `grep ${quoteWord(param(query, 'option'))} /boot/config-"$(uname -r)"`,
  },
  {
    ask: 'kernel-parameter',
    about: 'a word of the kernel command line',
    params: { name: 'text' },
    facts: { present: 'boolean', value: 'text' },
    command: () => 'cat /proc/cmdline',
  },
  {
    ask: 'module',
    about: 'a kernel module: loaded or built in, or on disk for the running kernel',
    params: { name: 'text' },
    facts: { loaded: 'boolean', available: 'boolean' },
    command: (query) => `lsmod | grep ${quoteWord(param(query, 'name'))}; modinfo ${quoteWord(param(query, 'name'))}`,
  },
  {
    ask: 'kernel-log',
    about: 'a fixed text in the kernel log since the failed start',
    params: { text: 'text' },
    facts: { seen: 'boolean', count: 'number', last: 'text' },
    command: (query) => `sudo dmesg | grep -i ${quoteWord(param(query, 'text'))}`,
  },
  {
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
  },
  {
    ask: 'limit',
    about:
      'use against a limit of the host: pids, threads, keys, inotify-watches, inotify-instances, files, user-namespaces',
    params: { name: 'text' },
    facts: { used: 'number', limit: 'number', percent: 'number' },
    command: () => 'cat /proc/sys/kernel/pid_max /proc/sys/kernel/threads-max /proc/key-users; ulimit -a',
  },
  {
    ask: 'memory',
    about: 'memory of the host in bytes, and OOM kills since the failed start',
    params: {},
    facts: { 'available-bytes': 'number', 'swap-free-bytes': 'number', 'oom-kills': 'number', victim: 'text' },
    command: () => 'free -m; sudo dmesg | grep -i -e oom -e "out of memory"',
  },
  {
    ask: 'security',
    about: 'SELinux mode (enforcing, permissive, disabled), AppArmor on or off, denials seen since the failed start',
    params: { 'profile?': 'text' },
    facts: { selinux: 'text', apparmor: 'boolean', denials: 'number', profile: 'text' },
    command: () => 'getenforce; sudo aa-status | head; sudo ausearch -m avc -ts recent | tail',
  },
];
