import type { ProbeKind } from './kind.ts';

export const kernelParameter: ProbeKind = {
  ask: 'kernel-parameter',
  about: 'a word of the kernel command line',
  params: { name: 'text' },
  facts: { present: 'boolean', value: 'text' },
  command: () => 'cat /proc/cmdline',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
