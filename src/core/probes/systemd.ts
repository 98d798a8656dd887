import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const systemdKinds: readonly ProbeKind[] = [
  {
    ask: 'init',
    about: 'is systemd PID 1; inside what kind of container or machine (`container`: none, docker, lxc, openvz, wsl)',
    params: {},
    facts: { systemd: 'boolean', name: 'text', container: 'text' },
    command: () => 'ps -p 1 -o comm=; systemd-detect-virt',
  },
  {
    ask: 'unit',
    about: 'a unit as systemd merges it (systemctl show)',
    params: { name: 'text', 'user?': 'boolean' },
    facts: {
      load: 'text',
      active: 'text',
      sub: 'text',
      result: 'text',
      enabled: 'text',
      'need-reload': 'boolean',
      'exec-start': 'text',
      'exec-count': 'number',
      'status-code': 'number',
      'load-error': 'text',
      'drop-ins': 'number',
      'start-timeout': 'number',
      restarts: 'number',
      type: 'text',
    },
    command: (query) =>
      `systemctl ${query['user'] === true ? '--user ' : ''}status ${quoteWord(param(query, 'name'))} --no-pager -l`,
  },
  {
    ask: 'unit-setting',
    about: 'one property of a unit, as text (ProtectSystem, EnvironmentFiles, LimitNOFILE, RequiresMountsFor ...)',
    params: { name: 'text', property: 'text' },
    facts: { set: 'boolean', value: 'text', number: 'number' },
    command: (query) => `systemctl show ${quoteWord(param(query, 'name'))} -p ${quoteWord(param(query, 'property'))}`,
  },
  {
    ask: 'dependency',
    about: 'the units that this one requires: how many have failed, are masked, missing; the first of them',
    params: { name: 'text' },
    facts: { failed: 'number', masked: 'number', missing: 'number', first: 'text' },
    command: (query) => `systemctl list-dependencies --plain ${quoteWord(param(query, 'name'))}; systemctl --failed`,
  },
  {
    ask: 'exec-file',
    about: 'the program that ExecStart of a unit names',
    params: { name: 'text' },
    facts: { path: 'text', exists: 'boolean', executable: 'boolean', type: 'text', 'noexec-mount': 'boolean' },
    command: (query) => `systemctl cat ${quoteWord(param(query, 'name'))}`,
  },
  {
    ask: 'environment-files',
    about: 'files that EnvironmentFile= of a unit names without a leading dash',
    params: { name: 'text' },
    facts: { count: 'number', missing: 'number', first: 'text' },
    command: (query) => `systemctl show ${quoteWord(param(query, 'name'))} -p EnvironmentFiles`,
  },
];
