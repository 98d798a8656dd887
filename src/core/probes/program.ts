import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const program: ProbeKind = {
  ask: 'program',
  about: 'a program in the PATH of the daemon',
  params: { name: 'text' },
  facts: { found: 'boolean', path: 'text', executable: 'boolean', setuid: 'boolean', capabilities: 'text' },
  command: (query) => `command -v ${quoteWord(param(query, 'name'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
