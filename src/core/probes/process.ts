import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const process: ProbeKind = {
  ask: 'process',
  about: 'running processes of that program name',
  params: { name: 'text' },
  facts: { count: 'number', pid: 'number', command: 'text', snap: 'boolean', uid: 'number' },
  command: (query) => `ps -o pid,user,lstart,args -C ${quoteWord(param(query, 'name'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
