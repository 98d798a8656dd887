import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const accountKinds: readonly ProbeKind[] = [
  {
    ask: 'account',
    about: 'a user or group by name or number, through NSS; `database` is passwd or group',
    params: { database: 'text', name: 'text' },
    facts: { exists: 'boolean', id: 'number', name: 'text', 'in-file': 'boolean' },
    command: (query) => `getent ${param(query, 'database')} ${quoteWord(param(query, 'name'))}`,
  },
  {
    ask: 'subid',
    about: 'the ranges of an account (by name or number) in /etc/subuid or /etc/subgid',
    params: { file: 'text', name: 'text' },
    facts: {
      exists: 'boolean',
      readable: 'boolean',
      ranges: 'number',
      ids: 'number',
      largest: 'number',
      malformed: 'number',
      overlaps: 'boolean',
    },
    command: (query) => `grep -n . ${quoteWord(param(query, 'file'))}`,
  },
  {
    ask: 'remap',
    about: 'userns-remap as the daemon would read it: from daemon.json or the flags',
    params: {},
    facts: {
      set: 'boolean',
      value: 'text',
      user: 'text',
      group: 'text',
      'user-exists': 'boolean',
      'group-exists': 'boolean',
      'uid-ids': 'number',
      'gid-ids': 'number',
      'subuid-exists': 'boolean',
      'subgid-exists': 'boolean',
    },
    command: () => 'grep -s userns-remap /etc/docker/daemon.json; grep -n . /etc/subuid /etc/subgid',
  },
  {
    ask: 'caller',
    about: 'who runs docker-why: root, member of group docker in the database and in this session',
    params: {},
    facts: {
      root: 'boolean',
      'in-docker-group': 'boolean',
      'session-has-group': 'boolean',
      linger: 'boolean',
      'runtime-dir': 'text',
      'user-bus': 'boolean',
    },
    command: () => 'id; getent group docker',
  },
  {
    ask: 'environment',
    about: 'a variable of the caller',
    params: { name: 'text' },
    facts: { set: 'boolean', value: 'text' },
    command: (query) => `printenv ${quoteWord(param(query, 'name'))}`,
  },
];
