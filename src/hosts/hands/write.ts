import type { Ground } from './ground.ts';

/** A new file beside, then in place: whoever dies in between is in nobody's way. */
export const writeWhole = async (ground: Ground, path: string, bytes: Uint8Array, mode: number): Promise<void> => {
  const beside = `${path}.new`;
  await ground.writeNew(beside, bytes, mode);
  await ground.rename(beside, path);
};
