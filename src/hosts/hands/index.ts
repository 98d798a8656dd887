import { join } from 'node:path';
import type { Action, Plan } from '../../core/types.ts';
import { MendError } from '../../errors.ts';
import { type Book, openBook } from './book.ts';
import { performEdit, prepareEdit } from './edit.ts';
import { asMendError } from './failure.ts';
import type { Ground } from './ground.ts';
import { localGround } from './local-ground.ts';
import { takeLock } from './lock.ts';
import { folderOf, type Item, listManifests, type Manifest, readManifest } from './manifest.ts';
import { makePlace } from './place.ts';
import { sweep } from './sweep.ts';
import { type Conflict, checkBackups, conflictsIn, takeBack } from './take-back.ts';
import { keepTouched, lookAfter } from './touch.ts';
import { writeWhole } from './write.ts';

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
  ground: Ground,
  { argv, undo, touches = [], judged }: Extract<Action, { readonly do: 'run' }>,
  book: Book,
  index: number,
  folder: string,
): Promise<void> => {
  const touched = await keepTouched(ground, touches, book.now().id, index, folder);
  const item: Item = {
    do: 'run',
    argv,
    ...(undo && { undo }),
    ...(touched.length > 0 && { touched }),
    state: 'planned',
  };
  await book.add(item);
  const { code, output } = await ground.run(argv);
  if (touched.length > 0) await book.correct(index, { ...item, touched: await lookAfter(ground, touched) });
  if (code === 0 || judged === true) return;
  await book.mark(index, 'failed');
  throw new MendError(`${argv.join(' ')} failed (${code})`, output.trim().split('\n').slice(-5).join('\n'));
};

const performAction = async (ground: Ground, action: Action, book: Book): Promise<void> => {
  const { id, items } = book.now();
  const index = items.length;
  const folder = folderOf(ground.place, id);
  if (action.do === 'tell') return;
  if (action.do === 'edit') {
    const { item, old } = await prepareEdit(ground, action, id, index);
    if (old !== undefined) await writeWhole(ground, join(folder, `file-${index}`), old, 0o600);
    await book.add(item);
    await performEdit(ground, item, action.after);
  } else if (action.do === 'aside') {
    if (await ground.isThere(action.to)) throw new MendError(`${action.to} is there already`, 'move it away');
    await book.add({ ...action, state: 'planned' });
    await ground.rename(action.path, action.to);
  } else {
    await performRun(ground, action, book, index, folder);
  }
  await book.mark(index, 'done');
};

/** What is thrown when a plan stopped: why, and how the host is now. */
const stopped = (error: unknown, failures: readonly string[], id: string, way: string): MendError => {
  const why = asMendError(error, 'the fix stopped', '');
  const now =
    failures.length === 0
      ? 'what it had changed was taken back'
      : `not taken back: ${failures.join(', ')}; try docker-why undo ${id}${way}`;
  return new MendError(why.message, why.hint === '' ? now : `${why.hint}\n${now}`);
};

const performAll = async (ground: Ground, plan: Plan, { id, made, by, onAction }: How): Promise<Manifest> => {
  const { cause, title } = plan;
  const { place } = ground;
  const book = openBook(ground, { 'docker-why-backup': 1, id, made, by, cause, title, state: 'open', items: [] });
  try {
    await ground.makeFolder(folderOf(place, id), 0o700);
    await book.close('open');
    for (const action of plan.actions) {
      onAction?.(action);
      await performAction(ground, action, book);
    }
    await book.close('done');
  } catch (error) {
    const { items } = book.now();
    if (items.length === 0) {
      await ground.removeTree(folderOf(place, id)).catch(() => {});
      const kept = asMendError(error, `no backup can be kept in ${place}`, '');
      throw new MendError(kept.message, kept.hint === '' ? 'nothing was changed' : `${kept.hint}\nnothing was changed`);
    }
    throw stopped(error, await takeBack(ground, book), id, ground.way);
  }
  return book.now();
};

export const handsOn = (ground: Ground): Hands => {
  const { place } = ground;

  /** One at a time; where the lock cannot be taken, nothing is done. */
  const alone = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await makePlace(ground);
    const release = await takeLock(ground).catch((error: unknown) => {
      throw asMendError(error, `${place} cannot be written, so nothing was changed`, 'make room there, or become root');
    });
    try {
      await sweep(ground);
      return await work();
    } finally {
      // one that stays is of a holder that is soon dead
      await release().catch(() => {});
    }
  };

  const undo = async (id: string): Promise<Undone> => {
    const manifest = await readManifest(ground, id);
    const conflicts = await conflictsIn(ground, manifest.items, folderOf(place, id));
    if (conflicts.length > 0) return { manifest, conflicts };
    await checkBackups(ground, manifest.items, folderOf(place, id));
    const book = openBook(ground, manifest);
    const failures = await takeBack(ground, book);
    if (failures.length > 0)
      throw new MendError(`not taken back: ${failures.join(', ')}`, `then docker-why undo ${id}${ground.way}`);
    return { manifest: book.now(), conflicts };
  };

  return {
    perform: (plan, how) => alone(() => performAll(ground, plan, how)),
    undo: (id) => alone(() => undo(id)),
    list: () => listManifests(ground),
  };
};

/** The hands of this host. */
export const openHands = (env: Readonly<Record<string, string | undefined>>): Hands => handsOn(localGround(env));
