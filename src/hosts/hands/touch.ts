import { join } from 'node:path';
import { bytesAt, hashOf, prepareTouch, stateOfEdit, undoEdit } from './edit.ts';
import type { Ground } from './ground.ts';
import type { EditItem } from './manifest.ts';
import { writeWhole } from './write.ts';

/** Keeps what a program is about to write, before it runs. `folder` is the one of the backup. */
export const keepTouched = async (
  ground: Ground,
  paths: readonly string[],
  id: string,
  index: number,
  folder: string,
): Promise<readonly EditItem[]> => {
  const items: EditItem[] = [];
  for (const [at, path] of paths.entries()) {
    const { item, old } = await prepareTouch(ground, path, id, `file-${index}-${at}`);
    if (old !== undefined && item.backup !== undefined) await writeWhole(ground, join(folder, item.backup), old, 0o600);
    items.push(item);
  }
  return items;
};

/** What the program did write, with what stands there now. */
export const lookAfter = async (ground: Ground, items: readonly EditItem[]): Promise<readonly EditItem[]> => {
  const changed: EditItem[] = [];
  for (const item of items) {
    const bytes = await bytesAt(ground, item.real);
    const after = bytes === undefined ? undefined : hashOf(bytes);
    if (after !== undefined && after !== item.before) changed.push({ ...item, after, state: 'done' });
  }
  return changed;
};

/** Nobody else has changed them since: the bytes can be put back. */
export const areOurs = async (ground: Ground, items: readonly EditItem[]): Promise<boolean> => {
  for (const item of items) if ((await stateOfEdit(ground, item)) === 'changed') return false;
  return true;
};

export const undoTouched = async (ground: Ground, items: readonly EditItem[], folder: string): Promise<void> => {
  for (const item of items.toReversed()) await undoEdit(ground, item, folder);
};
