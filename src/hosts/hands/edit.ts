import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, readlink, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Action } from '../../core/types.ts';
import { MendError } from '../../errors.ts';
import { labelLike } from './label.ts';
import type { EditItem } from './manifest.ts';
import { syncFolder, takePlace, writeBeside } from './write.ts';

type Edit = Extract<Action, { readonly do: 'edit' }>;

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

export const bytesAt = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** Where a path really lies: links are followed, also one that leads to nothing yet. */
const realOf = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const link = await lstat(path).catch(() => undefined);
  if (link?.isSymbolicLink() === true) return realOf(resolve(dirname(path), await readlink(path)));
  const folder = dirname(path);
  return folder === path ? path : join(await realOf(folder), basename(path));
};

/** The folders that are not there yet, the topmost first. */
const missingFolders = async (path: string): Promise<readonly string[]> => {
  const folder = dirname(path);
  if ((await stat(folder).catch(() => undefined)) !== undefined) return [];
  return [...(await missingFolders(folder)), folder];
};

export interface Prepared {
  readonly item: EditItem;
  readonly old: Uint8Array | undefined;
}

/** Looks at the file as it is now; refuses where it is no longer what the plan was made for. */
export const prepareEdit = async ({ path, before, after }: Edit, id: string, index: number): Promise<Prepared> => {
  const real = await realOf(path);
  const old = await bytesAt(real);
  const now = old === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(old);
  if (now !== before)
    throw new MendError(`${path} was changed while the fix was being prepared`, 'start again: docker-why fix');
  // a letter of another encoding would be lost
  if (old !== undefined && now !== undefined && !Buffer.from(now).equals(old))
    throw new MendError(`${path} is no UTF-8`, 'change it by hand');
  return { item: await itemFor({ path, real, old, after: new TextEncoder().encode(after) }, id, `file-${index}`), old };
};

interface Found {
  readonly path: string;
  readonly real: string;
  readonly old: Uint8Array | undefined;
  readonly after: Uint8Array;
}

const itemFor = async ({ path, real, old, after }: Found, id: string, backup: string): Promise<EditItem> => {
  const stats = old === undefined ? undefined : await stat(real);
  return {
    do: 'edit',
    path,
    real,
    after: hashOf(after),
    ...(old !== undefined && { before: hashOf(old), backup }),
    mode: (stats?.mode ?? 0o644) & 0o7777,
    uid: stats?.uid ?? process.getuid?.() ?? 0,
    gid: stats?.gid ?? process.getgid?.() ?? 0,
    beside: join(dirname(real), `.${basename(real)}.docker-why-${id}`),
    made: await missingFolders(real),
    state: 'planned',
  };
};

/** A file that a program is about to write: an edit of which the new content is not known yet. */
export const prepareTouch = async (path: string, id: string, backup: string): Promise<Prepared> => {
  const real = await realOf(path);
  const old = await bytesAt(real);
  return { item: await itemFor({ path, real, old, after: old ?? new Uint8Array() }, id, backup), old };
};

const replace = async (item: EditItem, bytes: Uint8Array): Promise<void> => {
  await writeBeside(item.beside, bytes, item.mode, item);
  await labelLike(item.beside, item.real);
  await takePlace(item.beside, item.real);
};

export const performEdit = async (item: EditItem, after: string): Promise<void> => {
  for (const folder of item.made) {
    await mkdir(folder);
    // the umask does not count
    await chmod(folder, 0o755);
    await syncFolder(dirname(folder));
  }
  await replace(item, new TextEncoder().encode(after));
};

/** What the file is now, in the eyes of a backup. */
export const stateOfEdit = async (item: EditItem): Promise<'before' | 'after' | 'changed'> => {
  const bytes = await bytesAt(item.real);
  const hash = bytes === undefined ? undefined : hashOf(bytes);
  if (hash === item.after) return 'after';
  return hash === item.before ? 'before' : 'changed';
};

/** Is there what it takes to take it back? */
export const hasBackup = async (item: EditItem, folder: string): Promise<boolean> => {
  if (item.backup === undefined || (await stateOfEdit(item)) === 'before') return true;
  const bytes = await bytesAt(join(folder, item.backup));
  return bytes !== undefined && hashOf(bytes) === item.before;
};

const removeMade = async ({ made }: EditItem): Promise<void> => {
  for (const folder of made.toReversed()) await rmdir(folder).catch(() => {});
};

/** Back to the byte; a file that was not there goes, and the folders that were made for it, if they are empty. */
export const undoEdit = async (item: EditItem, folder: string): Promise<void> => {
  await rm(item.beside, { force: true });
  if ((await stateOfEdit(item)) === 'before') return removeMade(item);
  if (item.backup !== undefined) return replace(item, await readFile(join(folder, item.backup)));
  await rm(item.real);
  await syncFolder(dirname(item.real));
  await removeMade(item);
};
