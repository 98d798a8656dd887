import { join } from 'node:path';
import { MendError } from '../../errors.ts';
import { type Ground, orNothing } from './ground.ts';
import { writeWhole } from './write.ts';

/** `planned`: it may have been done, or not: who died in between could not say. */
export type ItemState = 'planned' | 'done' | 'undone' | 'failed';

export type EditItem = Extract<Item, { readonly do: 'edit' }>;

export type Item =
  | {
      readonly do: 'edit';
      /** As the plan names it, and where it really lies: links are kept. */
      readonly path: string;
      readonly real: string;
      /** sha256 of the content before and after; nothing before where there was no file. */
      readonly before?: string;
      readonly after: string;
      /** The old content, a file in the folder of the backup. */
      readonly backup?: string;
      readonly mode: number;
      readonly uid: number;
      readonly gid: number;
      /** The new file before it takes its place. */
      readonly beside: string;
      /** Folders that were made for it. */
      readonly made: readonly string[];
      readonly state: ItemState;
    }
  | { readonly do: 'aside'; readonly path: string; readonly to: string; readonly state: ItemState }
  | {
      readonly do: 'run';
      readonly argv: readonly string[];
      readonly undo?: readonly string[];
      /** Files that it wrote. */
      readonly touched?: readonly EditItem[];
      readonly state: ItemState;
    };

/** One fix, as it was done: what it takes to take it back. */
export interface Manifest {
  readonly 'docker-why-backup': 1;
  readonly id: string;
  /** ISO time. */
  readonly made: string;
  readonly by: string;
  readonly cause: string;
  readonly title: string;
  readonly state: 'open' | 'done' | 'undone';
  readonly items: readonly Item[];
}

const name = 'manifest.json';

export const folderOf = (place: string, id: string): string => join(place, id);

/** On the disk before what it tells is done. */
export const writeManifest = (ground: Ground, manifest: Manifest): Promise<void> =>
  writeWhole(
    ground,
    join(folderOf(ground.place, manifest.id), name),
    Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`),
    0o600,
  );

const isText = (value: unknown): value is string => typeof value === 'string';
const isPath = (value: unknown): boolean => isText(value) && value.startsWith('/') && !value.includes('\0');
const isWords = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isText);
const isNumber = (value: unknown): boolean => Number.isInteger(value);
const orNone =
  (is: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || is(value);

/** What each thing of an item must be. */
const shapes: Readonly<Record<Item['do'], Readonly<Record<string, (value: unknown) => boolean>>>> = {
  edit: {
    path: isPath,
    real: isPath,
    before: orNone(isText),
    after: isText,
    backup: orNone((value) => isText(value) && /^file-\d+(?:-\d+)?$/.test(value)),
    mode: isNumber,
    uid: isNumber,
    gid: isNumber,
    beside: isPath,
    made: (value) => Array.isArray(value) && value.every(isPath),
  },
  aside: { path: isPath, to: isPath },
  run: {
    argv: isWords,
    undo: orNone(isWords),
    touched: orNone((value) => Array.isArray(value) && value.every((one) => isItem(one) && one.do === 'edit')),
  },
};

function isItem(value: unknown): value is Item {
  if (typeof value !== 'object' || value === null) return false;
  const item = value as Readonly<Record<string, unknown>>;
  const kind = String(item['do']);
  if (!Object.hasOwn(shapes, kind) || !['planned', 'done', 'undone', 'failed'].includes(String(item['state'])))
    return false;
  const isWhole = (item['before'] === undefined) === (item['backup'] === undefined);
  return isWhole && Object.entries(shapes[kind as Item['do']]).every(([key, is]) => is(item[key]));
}

const isManifest = (value: Partial<Manifest> | null, id: string): value is Manifest =>
  value !== null &&
  value['docker-why-backup'] === 1 &&
  value.id === id &&
  [value.made, value.by, value.cause, value.title].every(isText) &&
  ['open', 'done', 'undone'].includes(String(value.state)) &&
  Array.isArray(value.items) &&
  value.items.every(isItem);

export const isId = (id: string): boolean => /^\d{8}-\d{6}-[a-z0-9]{4}$/.test(id);

/** Nothing where it is broken, or none of ours. */
const parsed = (bytes: Uint8Array, id: string): Manifest | undefined => {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Manifest> | null;
    return isManifest(value, id) ? value : undefined;
  } catch {
    return undefined;
  }
};

const manifestAt = async (ground: Ground, id: string): Promise<Manifest | undefined> => {
  const bytes = await orNothing(ground.read(join(folderOf(ground.place, id), name)), undefined);
  return bytes === undefined ? undefined : parsed(bytes, id);
};

export const readManifest = async (ground: Ground, id: string): Promise<Manifest> => {
  if (!isId(id)) throw new MendError(`${id} is no number of a fix`, `docker-why undo${ground.way} lists them`);
  const manifest = await manifestAt(ground, id);
  if (manifest !== undefined) return manifest;
  throw new MendError(`the backup ${id} cannot be read`, `look into ${folderOf(ground.place, id)}`);
};

/** Newest first; what cannot be read is left out. */
export const listManifests = async (ground: Ground): Promise<readonly Manifest[]> => {
  const ids = (await orNothing(ground.names(ground.place), [])).filter(isId).sort().reverse();
  const read = await Promise.all(ids.map((id) => manifestAt(ground, id)));
  return read.filter((one) => one !== undefined);
};
