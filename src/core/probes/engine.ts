import type { ProbeKind } from './kind.ts';

export const engine: ProbeKind = {
  ask: 'engine',
  about: 'how Docker is installed: packages of docker-ce, docker.io, moby-engine, snap, podman-docker, and units',
  params: {},
  facts: {
    installed: 'boolean',
    package: 'text',
    snap: 'boolean',
    rootless: 'boolean',
    desktop: 'boolean',
    unit: 'text',
  },
  command: () => 'systemctl list-unit-files "*docker*"; command -v dockerd docker; snap list docker',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
