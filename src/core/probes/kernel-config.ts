import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const kernelConfig: ProbeKind = {
  ask: 'kernel-config',
  about: 'an option of the kernel, from /proc/config.gz or /boot/config-*: y, m or n',
  params: { option: 'text' },
  facts: { value: 'text', enabled: 'boolean' },
  command: (query) => `grep ${quoteWord(param(query, 'option'))} /boot/config-"$(uname -r)"`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
