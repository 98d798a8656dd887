import { lstat, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Action, Plan } from '../../core/types.ts';
import { MendError } from '../../errors.ts';
import { performEdit, prepareEdit, stateOfEdit, undoEdit } from './edit.ts';
import { takeLock } from './lock.ts';
import { folderOf, type Item, listManifests, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { makePlace, placeOf } from './place.ts';
import { runProgram } from './run.ts';
import { syncFolder, writeWhole } from './write.ts';

export type { Item, Manifest } from './manifest.ts';

/** The only code of docker-why that changes a host. */
export interface Hands {
  /** Does a plan; on a failure takes back what it had done of it, and throws. `onAction` before each. */
  readonly perform: (plan: Plan, how: How) => Promise<Manifest>;
  /** What has been done on this host, newest first. */
  readonly list: () => Promise<readonly Manifest[]>;
  /** Takes a fix back. Refuses as a whole where a file was changed since. */
  readonly undo: (id: string) => Promise<Undone>;
}

export interface How {
  readonly id: string;
  readonly made: string;
  readonly by: string;
  readonly onAction?: (action: Action) => void;
}

export interface Undone {
  readonly manifest: Manifest;
  /** Files that were changed since; nothing was done if there are any. */
  readonly conflicts: readonly string[];
}

const failureWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EROFS: 'the file system is read-only',
    EACCES: 'permission denied',
    EPERM: 'not permitted (an immutable file?)',
    EDQUOT: 'the quota is used up',
  };
  return known[code] ?? error.message;
};

const exists = async (path: string): Promise<boolean> => (await lstat(path).catch(() => undefined)) !== undefined;

/** A manifest that is written before and after each thing it tells. */
const openBook = (place: string, first: Manifest) => {
  let manifest = first;
  const save = async (next: Manifest): Promise<void> => {
    manifest = next;
    await writeManifest(place, manifest);
  };
  return {
    now: () => manifest,
    add: (item: Item) => save({ ...manifest, items: [...manifest.items, item] }),
    mark: (index: number, state: Item['state']) =>
      save({ ...manifest, items: manifest.items.map((item, at) => (at === index ? { ...item, state } : item)) }),
    close: (state: Manifest['state']) => save({ ...manifest, state }),
  };
};

type Book = ReturnType<typeof openBook>;

const performAction = async (action: Action, book: Book, place: string): Promise<void> => {
  const { id, items } = book.now();
  const index = items.length;
  if (action.do === 'tell') return;
  if (action.do === 'edit') {
    const { item, old } = await prepareEdit(action, id, index);
    if (old !== undefined) await writeWhole(join(folderOf(place, id), `file-${index}`), old, 0o600);
    await book.add(item);
    await performEdit(item, action.after);
  } else if (action.do === 'aside') {
    if (await exists(action.to)) throw new MendError(`${action.to} is there already`, 'move it away');
    await book.add({ ...action, state: 'planned' });
    await rename(action.path, action.to);
    await syncFolder(dirname(action.path));
  } else {
    await book.add({ ...action, state: 'planned' });
    const { code, output } = await runProgram(action.argv);
    if (code !== 0) {
      await book.mark(index, 'failed');
      throw new MendError(`${action.argv.join(' ')} failed (${code})`, output.trim().split('\n').slice(-5).join('\n'));
    }
  }
  await book.mark(index, 'done');
};

const conflictsIn = async (items: readonly Item[]): Promise<readonly string[]> => {
  const conflicts: string[] = [];
  for (const item of items) {
    if (item.state === 'undone') continue;
    if (item.do === 'edit' && (await stateOfEdit(item)) === 'changed') conflicts.push(item.path);
    if (item.do === 'aside' && (await exists(item.to)) && (await exists(item.path))) conflicts.push(item.path);
  }
  return conflicts;
};

const undoItem = async (item: Item, folder: string): Promise<void> => {
  if (item.do === 'edit') await undoEdit(item, folder);
  else if (item.do === 'aside') {
    if (!(await exists(item.to))) return;
    await rename(item.to, item.path);
    await syncFolder(dirname(item.path));
  } else if (item.undo !== undefined && item.state !== 'failed') await runProgram(item.undo);
};

const takeBack = async (book: Book, place: string): Promise<void> => {
  const { id, items } = book.now();
  for (const [index, item] of [...items.entries()].toReversed()) {
    if (item.state === 'undone') continue;
    await undoItem(item, folderOf(place, id));
    await book.mark(index, 'undone');
  }
  await book.close('undone');
};

/** What a run that was killed left beside the files it was about to change. */
const sweep = async (place: string): Promise<void> => {
  for (const { items, state } of await listManifests(place)) {
    if (state !== 'open') continue;
    for (const item of items) if (item.do === 'edit') await rm(item.beside, { force: true }).catch(() => {});
  }
};

export const openHands = (env: Readonly<Record<string, string | undefined>>): Hands => {
  const place = placeOf(env);

  const perform = async (plan: Plan, { id, made, by, onAction }: How): Promise<Manifest> => {
    await makePlace(place);
    const release = await takeLock(place);
    try {
      await sweep(place);
      await mkdir(folderOf(place, id), { mode: 0o700 });
      const { cause, title } = plan;
      const book = openBook(place, { 'docker-why-backup': 1, id, made, by, cause, title, state: 'open', items: [] });
      try {
        await book.close('open');
        for (const action of plan.actions) {
          onAction?.(action);
          await performAction(action, book, place);
        }
      } catch (error) {
        await takeBack(book, place).catch(() => {});
        if (error instanceof MendError) throw error;
        throw new MendError(`the fix stopped: ${failureWords(error)}`, 'what it had changed was taken back');
      }
      await book.close('done');
      return book.now();
    } finally {
      await release();
    }
  };

  const undo = async (id: string): Promise<Undone> => {
    await makePlace(place);
    const release = await takeLock(place);
    try {
      const manifest = await readManifest(place, id);
      const conflicts = await conflictsIn(manifest.items);
      if (conflicts.length > 0) return { manifest, conflicts };
      const book = openBook(place, manifest);
      await takeBack(book, place);
      return { manifest: book.now(), conflicts };
    } finally {
      await release();
    }
  };

  return { perform, undo, list: () => listManifests(place) };
};
