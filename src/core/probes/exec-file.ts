import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const execFile: ProbeKind = {
  ask: 'exec-file',
  about: 'the program that ExecStart of a unit names',
  params: { name: 'text' },
  facts: { path: 'text', exists: 'boolean', executable: 'boolean', type: 'text', 'noexec-mount': 'boolean' },
  command: (query) => `systemctl cat ${quoteWord(param(query, 'name'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
