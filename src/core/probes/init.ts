import type { ProbeKind } from './kind.ts';

export const init: ProbeKind = {
  ask: 'init',
  about: 'is systemd PID 1; inside what kind of container or machine (`container`: none, docker, lxc, openvz, wsl)',
  params: {},
  facts: { systemd: 'boolean', name: 'text', container: 'text' },
  command: () => 'ps -p 1 -o comm=; systemd-detect-virt',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
