import { join } from 'node:path';
import { MendError } from '../../errors.ts';
import type { Book } from './book.ts';
import { bytesAt, hasBackup, stateOfEdit, undoEdit } from './edit.ts';
import { failureWords } from './failure.ts';
import { type Ground, orNothing } from './ground.ts';
import { type EditItem, folderOf, type Item } from './manifest.ts';
import { areOurs, undoTouched } from './touch.ts';

/** Files that this fix itself made: they go before what was moved aside comes back. */
const madeBy = (items: readonly Item[]): readonly string[] =>
  items.flatMap((item) => (item.do === 'edit' && item.before === undefined ? [item.path] : []));

/** A file that somebody else changed since. */
export interface Conflict {
  readonly path: string;
  /** As it is now, and as undo would have it; undefined where there is none, or where it is no text. */
  readonly now?: string;
  readonly kept?: string;
}

const wordsAt = async (ground: Ground, path: string): Promise<string | undefined> => {
  const bytes = await orNothing(bytesAt(ground, path), undefined);
  return bytes === undefined || bytes.includes(0) ? undefined : new TextDecoder().decode(bytes);
};

const changed = async (ground: Ground, item: EditItem, folder: string): Promise<readonly Conflict[]> => {
  if ((await stateOfEdit(ground, item)) !== 'changed') return [];
  const [now, kept] = [
    await wordsAt(ground, item.real),
    item.backup === undefined ? undefined : await wordsAt(ground, join(folder, item.backup)),
  ];
  return [{ path: item.path, ...(now !== undefined && { now }), ...(kept !== undefined && { kept }) }];
};

/** Pid files and sockets: a service that runs again has made its own, and the old one is of no use. */
const isFleeting = (path: string): boolean => /^\/(?:var\/)?run\//.test(path);

/** What a service keeps: while the old one was aside it began a new one, which is then kept aside itself. */
const isState = (path: string): boolean => path.startsWith('/var/lib/');

const conflictsOf = async (
  ground: Ground,
  item: Item,
  made: readonly string[],
  folder: string,
): Promise<readonly Conflict[]> => {
  if (item.do === 'edit') return changed(ground, item, folder);
  if (item.do === 'run') {
    if (item.undo !== undefined || item.touched === undefined) return [];
    return (await Promise.all(item.touched.map((one) => changed(ground, one, folder)))).flat();
  }
  const [there, here] = [await ground.isThere(item.to), (await ground.isThere(item.path)) && !made.includes(item.path)];
  if (isFleeting(item.path) || (there && isState(item.path))) return [];
  return there === here ? [{ path: item.path }] : [];
};

/** Files that were changed since by somebody else. */
export const conflictsIn = async (
  ground: Ground,
  items: readonly Item[],
  folder: string,
): Promise<readonly Conflict[]> => {
  const made = madeBy(items);
  const conflicts: Conflict[] = [];
  for (const item of items)
    if (item.state !== 'undone') conflicts.push(...(await conflictsOf(ground, item, made, folder)));
  return conflicts;
};

const editsIn = (item: Item): readonly EditItem[] => {
  if (item.do === 'edit') return [item];
  return item.do === 'run' ? (item.touched ?? []) : [];
};

/** Nothing is touched where a backup is not what it was. */
export const checkBackups = async (ground: Ground, items: readonly Item[], folder: string): Promise<void> => {
  for (const edit of items.filter(({ state }) => state !== 'undone').flatMap(editsIn))
    if (!(await hasBackup(ground, edit, folder)))
      throw new MendError(`the backup of ${edit.path} is damaged, so nothing was changed`, `look into ${folder}`);
};

/** systemd reads its files again, so the files come first. */
const isReload = (item: Item): boolean => item.do === 'run' && item.undo?.includes('daemon-reload') === true;

const undoItem = async (ground: Ground, item: Item, folder: string): Promise<void> => {
  if (item.do === 'edit') return undoEdit(ground, item, folder);
  if (item.do === 'aside') {
    if (!(await ground.isThere(item.to))) return;
    const isTaken = await ground.isThere(item.path);
    if (isTaken && isFleeting(item.path)) return;
    if (isTaken && isState(item.path)) await ground.rename(item.path, `${item.to}-after`);
    else if (isTaken) throw new MendError('there is something in its place', 'move it away');
    return ground.rename(item.to, item.path);
  }
  const { touched = [] } = item;
  if (touched.length > 0 && (await areOurs(ground, touched))) return undoTouched(ground, touched, folder);
  if (item.undo === undefined || item.state === 'failed') return;
  const { code, output } = await ground.run(item.undo);
  // one that may not have been done has maybe nothing to take back
  if (code !== 0 && item.state === 'done') throw new Error(output.trim() || `exit ${code}`);
};

const nameOf = (item: Item): string => (item.do === 'run' ? (item.undo ?? item.argv).join(' ') : item.path);

/**
 * Takes back what a book tells, the last first. What fails does not keep the rest from being taken
 * back, and a full disk does not either: the book is only notes, what counts is what lies there.
 */
export const takeBack = async (ground: Ground, book: Book): Promise<readonly string[]> => {
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
      await undoItem(ground, item, folderOf(ground.place, id));
      await note(book.mark(index, 'undone'));
    } catch (error) {
      failures.push(`${nameOf(item)} (${failureWords(error)})`);
    }
  }
  if (failures.length === 0) await note(book.close('undone'));
  return failures;
};
