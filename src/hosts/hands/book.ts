import type { Ground } from './ground.ts';
import { type Item, type Manifest, writeManifest } from './manifest.ts';

/** A manifest that is on the disk before each thing it tells is done, and after. */
export interface Book {
  readonly now: () => Manifest;
  readonly add: (item: Item) => Promise<void>;
  /** What is known of it now. */
  readonly correct: (index: number, item: Item) => Promise<void>;
  readonly mark: (index: number, state: Item['state']) => Promise<void>;
  readonly close: (state: Manifest['state']) => Promise<void>;
}

export const openBook = (ground: Ground, first: Manifest): Book => {
  let manifest = first;
  // what could not be written down is not done
  const save = async (next: Manifest): Promise<void> => {
    await writeManifest(ground, next);
    manifest = next;
  };
  return {
    now: () => manifest,
    add: (item) => save({ ...manifest, items: [...manifest.items, item] }),
    correct: (index, item) =>
      save({ ...manifest, items: manifest.items.map((one, at) => (at === index ? item : one)) }),
    mark: (index, state) =>
      save({ ...manifest, items: manifest.items.map((item, at) => (at === index ? { ...item, state } : item)) }),
    close: (state) => save({ ...manifest, state }),
  };
};
