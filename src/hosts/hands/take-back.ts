import { lstat, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MendError } from '../../errors.ts';
import type { Book } from './book.ts';
import { hasBackup, stateOfEdit, undoEdit } from './edit.ts';
import { failureWords } from './failure.ts';
import { folderOf, type Item } from './manifest.ts';
import { runProgram } from './run.ts';
import { syncFolder } from './write.ts';

export const exists = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => undefined)) !== undefined;

/** Files that this fix itself made: they go before what was moved aside comes back. */
const madeBy = (items: readonly Item[]): readonly string[] =>
  items.flatMap((item) => (item.do === 'edit' && item.before === undefined ? [item.path] : []));

const isConflict = async (item: Item, made: readonly string[]): Promise<boolean> => {
  if (item.do === 'edit') return (await stateOfEdit(item)) === 'changed';
  if (item.do === 'run') return false;
  const [there, here] = [await exists(item.to), (await exists(item.path)) && !made.includes(item.path)];
  return there === here;
};

/** Files that were changed since by somebody else. */
export const conflictsIn = async (items: readonly Item[]): Promise<readonly string[]> => {
  const made = madeBy(items);
  const conflicts: string[] = [];
  for (const item of items)
    if (item.do !== 'run' && item.state !== 'undone' && (await isConflict(item, made))) conflicts.push(item.path);
  return conflicts;
};

/** Nothing is touched where a backup is not what it was. */
export const checkBackups = async (items: readonly Item[], folder: string): Promise<void> => {
  for (const item of items)
    if (item.do === 'edit' && item.state !== 'undone' && !(await hasBackup(item, folder)))
      throw new MendError(`the backup of ${item.path} is damaged, so nothing was changed`, `look into ${folder}`);
};

/** systemd reads its files again, so the files come first. */
const isReload = (item: Item): boolean => item.do === 'run' && item.undo?.includes('daemon-reload') === true;

const undoItem = async (item: Item, folder: string): Promise<void> => {
  if (item.do === 'edit') return undoEdit(item, folder);
  if (item.do === 'aside') {
    if (!(await exists(item.to))) return;
    if (await exists(item.path)) throw new MendError('there is something in its place', 'move it away');
    await rename(item.to, item.path);
    return syncFolder(dirname(item.path));
  }
  if (item.undo === undefined || item.state === 'failed') return;
  const { code, output } = await runProgram(item.undo);
  // one that may not have been done has maybe nothing to take back
  if (code !== 0 && item.state === 'done') throw new Error(output.trim() || `exit ${code}`);
};

const nameOf = (item: Item): string => (item.do === 'run' ? (item.undo ?? item.argv).join(' ') : item.path);

/**
 * Takes back what a book tells, the last first. What fails does not keep the rest from being taken
 * back, and a full disk does not either: the book is only notes, what counts is what lies there.
 */
export const takeBack = async (book: Book, place: string): Promise<readonly string[]> => {
  const failures: string[] = [];
  const { id, items } = book.now();
  const note = (writing: Promise<void>): Promise<void> => writing.catch(() => {});
  await note(book.close('open'));
  const backwards = [...items.entries()].toReversed();
  for (const [index, item] of [
    ...backwards.filter(([, one]) => !isReload(one)),
    ...backwards.filter(([, one]) => isReload(one)),
  ]) {
    if (item.state === 'undone') continue;
    try {
      await undoItem(item, folderOf(place, id));
      await note(book.mark(index, 'undone'));
    } catch (error) {
      failures.push(`${nameOf(item)} (${failureWords(error)})`);
    }
  }
  if (failures.length === 0) await note(book.close('undone'));
  return failures;
};
