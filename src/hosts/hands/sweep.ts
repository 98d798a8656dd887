import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf, isId, listManifests } from './manifest.ts';

const namesIn = (path: string): Promise<readonly string[]> => readdir(path).catch(() => []);

/** What runs that were killed left: new files that never took their place, backups of nothing. Under the lock. */
export const sweep = async (place: string): Promise<void> => {
  for (const { items, state } of await listManifests(place)) {
    if (state !== 'open') continue;
    for (const item of items) if (item.do === 'edit') await rm(item.beside, { force: true }).catch(() => {});
  }
  for (const id of (await namesIn(place)).filter(isId)) {
    const folder = folderOf(place, id);
    const names = await namesIn(folder);
    if (!names.includes('manifest.json')) await rm(folder, { recursive: true, force: true });
    else for (const name of names) if (name.endsWith('.new')) await rm(join(folder, name), { force: true });
  }
};
