import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const moduleKind: ProbeKind = {
  ask: 'module',
  about: 'a kernel module: loaded or built in, or on disk for the running kernel',
  params: { name: 'text' },
  facts: { loaded: 'boolean', available: 'boolean' },
  command: (query) => `lsmod | grep ${quoteWord(param(query, 'name'))}; modinfo ${quoteWord(param(query, 'name'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
