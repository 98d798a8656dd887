import type { Witness } from '../diagnose/testify.ts';

/** On this host. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/** The system's Docker is root's; a rootless one is its user's. On another host sudo may help: that is seen later. */
export const mayChange = ({ scene, host }: Witness): boolean =>
  host.kind === 'ssh' || isRoot() || scene.rootless !== undefined;
