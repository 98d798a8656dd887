import type { Witness } from '../diagnose/testify.ts';

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The system's Docker is root's; a rootless one is its user's. */
export const mayChange = ({ scene }: Witness): boolean => isRoot() || scene.rootless !== undefined;
