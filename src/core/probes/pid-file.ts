import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const pidFile: ProbeKind = {
  ask: 'pid-file',
  about: 'a pid file against /proc: who holds that pid now',
  params: { path: 'text' },
  facts: { exists: 'boolean', pid: 'number', alive: 'boolean', program: 'text', daemon: 'boolean' },
  command: (query) => `ps -o pid,args -p "$(cat ${quoteWord(param(query, 'path'))})"`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
