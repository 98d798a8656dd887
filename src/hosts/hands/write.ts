import { dirname } from 'node:path';
import type { Ground, Owner } from './ground.ts';

/** A new file beside, whole and on the disk; it is in nobody's way if we die here. */
export const writeBeside = async (
  ground: Ground,
  beside: string,
  bytes: Uint8Array,
  mode: number,
  owner?: Owner,
): Promise<void> => {
  await ground.remove(beside);
  await ground.writeNew(beside, bytes, mode, owner);
};

/** A rename is on the disk only when its folder is. */
export const takePlace = async (ground: Ground, beside: string, path: string): Promise<void> => {
  await ground.rename(beside, path);
  await ground.syncFolder(dirname(path));
};

export const writeWhole = async (ground: Ground, path: string, bytes: Uint8Array, mode: number): Promise<void> => {
  const beside = `${path}.new`;
  await writeBeside(ground, beside, bytes, mode);
  await takePlace(ground, beside, path);
};
