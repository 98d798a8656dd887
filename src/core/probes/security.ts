import type { ProbeKind } from './kind.ts';

export const security: ProbeKind = {
  ask: 'security',
  about: 'SELinux mode (enforcing, permissive, disabled), AppArmor on or off, denials seen since the failed start',
  params: { 'profile?': 'text' },
  facts: { selinux: 'text', apparmor: 'boolean', denials: 'number', profile: 'text' },
  command: () => 'getenforce; sudo aa-status | head; sudo ausearch -m avc -ts recent | tail',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
