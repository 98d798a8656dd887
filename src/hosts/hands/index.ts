import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Action, Plan } from '../../core/types.ts';
import { MendError } from '../../errors.ts';
import { type Book, openBook } from './book.ts';
import { performEdit, prepareEdit } from './edit.ts';
import { asMendError } from './failure.ts';
import { takeLock } from './lock.ts';
import { folderOf, type Item, listManifests, type Manifest, readManifest } from './manifest.ts';
import { makePlace, placeOf } from './place.ts';
import { runProgram } from './run.ts';
import { sweep } from './sweep.ts';
import { type Conflict, checkBackups, conflictsIn, exists, takeBack } from './take-back.ts';
import { keepTouched, lookAfter } from './touch.ts';
import { syncFolder, writeWhole } from './write.ts';

export type { Item, Manifest } from './manifest.ts';
export type { Conflict } from './take-back.ts';

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
  readonly conflicts: readonly Conflict[];
}

const performRun = async (
  { argv, undo, touches = [], judged }: Extract<Action, { readonly do: 'run' }>,
  book: Book,
  index: number,
  folder: string,
): Promise<void> => {
  const touched = await keepTouched(touches, book.now().id, index, folder);
  const item: Item = {
    do: 'run',
    argv,
    ...(undo && { undo }),
    ...(touched.length > 0 && { touched }),
    state: 'planned',
  };
  await book.add(item);
  const { code, output } = await runProgram(argv);
  if (touched.length > 0) await book.correct(index, { ...item, touched: await lookAfter(touched) });
  if (code === 0 || judged === true) return;
  await book.mark(index, 'failed');
  throw new MendError(`${argv.join(' ')} failed (${code})`, output.trim().split('\n').slice(-5).join('\n'));
};

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
    await performRun(action, book, index, folderOf(place, id));
  }
  await book.mark(index, 'done');
};

/** What is thrown when a plan stopped: why, and how the host is now. */
const stopped = (error: unknown, failures: readonly string[], id: string): MendError => {
  const why = asMendError(error, 'the fix stopped', '');
  const now =
    failures.length === 0
      ? 'what it had changed was taken back'
      : `not taken back: ${failures.join(', ')}; try docker-why undo ${id}`;
  return new MendError(why.message, why.hint === '' ? now : `${why.hint}\n${now}`);
};

const performAll = async (plan: Plan, { id, made, by, onAction }: How, place: string): Promise<Manifest> => {
  const { cause, title } = plan;
  const book = openBook(place, { 'docker-why-backup': 1, id, made, by, cause, title, state: 'open', items: [] });
  try {
    await mkdir(folderOf(place, id), { mode: 0o700 });
    await syncFolder(place);
    await book.close('open');
    for (const action of plan.actions) {
      onAction?.(action);
      await performAction(action, book, place);
    }
    await book.close('done');
  } catch (error) {
    const { items } = book.now();
    if (items.length === 0) {
      await rm(folderOf(place, id), { recursive: true, force: true }).catch(() => {});
      const kept = asMendError(error, `no backup can be kept in ${place}`, '');
      throw new MendError(kept.message, kept.hint === '' ? 'nothing was changed' : `${kept.hint}\nnothing was changed`);
    }
    throw stopped(error, await takeBack(book, place), id);
  }
  return book.now();
};

export const openHands = (env: Readonly<Record<string, string | undefined>>): Hands => {
  const place = placeOf(env);

  /** One at a time; where the lock cannot be taken, nothing is done. */
  const alone = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await makePlace(place);
    const release = await takeLock(place).catch((error: unknown) => {
      throw asMendError(error, `${place} cannot be written, so nothing was changed`, 'make room there, or become root');
    });
    try {
      await sweep(place);
      return await work();
    } finally {
      await release();
    }
  };

  const undo = async (id: string): Promise<Undone> => {
    const manifest = await readManifest(place, id);
    const conflicts = await conflictsIn(manifest.items, folderOf(place, id));
    if (conflicts.length > 0) return { manifest, conflicts };
    await checkBackups(manifest.items, folderOf(place, id));
    const book = openBook(place, manifest);
    const failures = await takeBack(book, place);
    if (failures.length > 0)
      throw new MendError(`not taken back: ${failures.join(', ')}`, `then docker-why undo ${id}`);
    return { manifest: book.now(), conflicts };
  };

  return {
    perform: (plan, how) => alone(() => performAll(plan, how, place)),
    undo: (id) => alone(() => undo(id)),
    list: () => listManifests(place),
  };
};
