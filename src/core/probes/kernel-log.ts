import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const kernelLog: ProbeKind = {
  ask: 'kernel-log',
  about: 'a fixed text in the kernel log since the failed start',
  params: { text: 'text' },
  facts: { seen: 'boolean', count: 'number', last: 'text' },
  command: (query) => `sudo dmesg | grep -i ${quoteWord(param(query, 'text'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
