import type { ProbeKind } from './kind.ts';

export const kernel: ProbeKind = {
  ask: 'kernel',
  about: 'the running kernel; are its modules on disk',
  params: {},
  facts: {
    release: 'text',
    major: 'number',
    minor: 'number',
    'modules-dir': 'boolean',
    newest: 'text',
    wsl: 'boolean',
  },
  command: () => 'uname -r; ls /lib/modules',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
