import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** A rename is on the disk only when its folder is. */
export const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** A new file beside, whole and on the disk; it is in nobody's way if we die here. */
export const writeBeside = async (beside: string, bytes: Uint8Array, mode: number, owner?: Owner): Promise<void> => {
  await rm(beside, { force: true });
  // wx: whoever put a link there meanwhile does not lead us elsewhere
  const file = await open(beside, 'wx', mode);
  try {
    await file.writeFile(bytes);
    if (owner !== undefined) await file.chown(owner.uid, owner.gid);
    // the umask does not count
    await file.chmod(mode);
    await file.sync();
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await file.close();
  }
};

/** At every moment the path is the old file or the new one. */
export const takePlace = async (beside: string, path: string): Promise<void> => {
  await rename(beside, path);
  await syncFolder(dirname(path));
};

export const writeWhole = async (path: string, bytes: Uint8Array, mode: number, owner?: Owner): Promise<void> => {
  const beside = `${path}.new`;
  await writeBeside(beside, bytes, mode, owner);
  await takePlace(beside, path);
};
