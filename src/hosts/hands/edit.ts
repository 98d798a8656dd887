import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import type { Action } from '../../core/types.ts';
import { MendError } from '../../errors.ts';
import { type Ground, isMissing, orNothing } from './ground.ts';
import type { EditItem } from './manifest.ts';

type Edit = Extract<Action, { readonly do: 'edit' }>;

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const bytesAt = async (ground: Ground, path: string): Promise<Uint8Array | undefined> => {
  try {
    return await ground.read(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** Where a path really lies: links are followed, also one that leads to nothing yet. */
const realOf = async (ground: Ground, path: string): Promise<string> => {
  try {
    return await ground.realPath(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const link = await ground.linkAt(path);
  if (link !== undefined) return realOf(ground, resolve(dirname(path), link));
  const folder = dirname(path);
  return folder === path ? path : join(await realOf(ground, folder), basename(path));
};

/** The folders that are not there yet, the topmost first. */
const missingFolders = async (ground: Ground, path: string): Promise<readonly string[]> => {
  const folder = dirname(path);
  if ((await orNothing(ground.stat(folder), undefined)) !== undefined) return [];
  return [...(await missingFolders(ground, folder)), folder];
};

export interface Prepared {
  readonly item: EditItem;
  readonly old: Uint8Array | undefined;
}

/** Looks at the file as it is now; refuses where it is no longer what the plan was made for. */
export const prepareEdit = async (
  ground: Ground,
  { path, before, after }: Edit,
  id: string,
  index: number,
): Promise<Prepared> => {
  const real = await realOf(ground, path);
  const old = await bytesAt(ground, real);
  const now = old === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(old);
  if (now !== before)
    throw new MendError(
      `${path} was changed while the fix was being prepared`,
      `start again: docker-why fix${ground.way}`,
    );
  // a letter of another encoding would be lost
  if (old !== undefined && now !== undefined && !Buffer.from(now).equals(old))
    throw new MendError(`${path} is no UTF-8`, 'change it by hand');
  const found = { path, real, old, after: new TextEncoder().encode(after) };
  return { item: await itemFor(ground, found, id, `file-${index}`), old };
};

interface Found {
  readonly path: string;
  readonly real: string;
  readonly old: Uint8Array | undefined;
  readonly after: Uint8Array;
}

const itemFor = async (
  ground: Ground,
  { path, real, old, after }: Found,
  id: string,
  backup: string,
): Promise<EditItem> => {
  const stats = old === undefined ? undefined : await ground.stat(real);
  return {
    do: 'edit',
    path,
    real,
    after: hashOf(after),
    ...(old !== undefined && { before: hashOf(old), backup }),
    mode: stats?.mode ?? 0o644,
    uid: stats?.uid ?? ground.owner.uid,
    gid: stats?.gid ?? ground.owner.gid,
    beside: join(dirname(real), `.${basename(real)}.docker-why-${id}`),
    made: await missingFolders(ground, real),
    state: 'planned',
  };
};

/** A file that a program is about to write: an edit of which the new content is not known yet. */
export const prepareTouch = async (ground: Ground, path: string, id: string, backup: string): Promise<Prepared> => {
  const real = await realOf(ground, path);
  const old = await bytesAt(ground, real);
  return { item: await itemFor(ground, { path, real, old, after: old ?? new Uint8Array() }, id, backup), old };
};

const replace = async (ground: Ground, item: EditItem, bytes: Uint8Array): Promise<void> => {
  await ground.writeNew(item.beside, bytes, item.mode, item);
  await ground.labelLike(item.beside, item.real);
  await ground.rename(item.beside, item.real);
};

export const performEdit = async (ground: Ground, item: EditItem, after: string): Promise<void> => {
  for (const folder of item.made) await ground.makeFolder(folder, 0o755);
  await replace(ground, item, new TextEncoder().encode(after));
};

/** What the file is now, in the eyes of a backup. */
export const stateOfEdit = async (ground: Ground, item: EditItem): Promise<'before' | 'after' | 'changed'> => {
  const bytes = await bytesAt(ground, item.real);
  const hash = bytes === undefined ? undefined : hashOf(bytes);
  if (hash === item.after) return 'after';
  return hash === item.before ? 'before' : 'changed';
};

/** Is there what it takes to take it back? */
export const hasBackup = async (ground: Ground, item: EditItem, folder: string): Promise<boolean> => {
  if (item.backup === undefined || (await stateOfEdit(ground, item)) === 'before') return true;
  const bytes = await bytesAt(ground, join(folder, item.backup));
  return bytes !== undefined && hashOf(bytes) === item.before;
};

const removeMade = async (ground: Ground, { made }: EditItem): Promise<void> => {
  for (const folder of made.toReversed()) await orNothing(ground.removeFolder(folder), undefined);
};

/** Back to the byte; a file that was not there goes, and the folders that were made for it, if they are empty. */
export const undoEdit = async (ground: Ground, item: EditItem, folder: string): Promise<void> => {
  await ground.remove(item.beside);
  if ((await stateOfEdit(ground, item)) === 'before') return removeMade(ground, item);
  if (item.backup !== undefined) return replace(ground, item, await ground.read(join(folder, item.backup)));
  await ground.remove(item.real);
  await removeMade(ground, item);
};
