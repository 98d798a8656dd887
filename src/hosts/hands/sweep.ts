import { join } from 'node:path';
import { type Ground, orNothing } from './ground.ts';
import { folderOf, isId, listManifests } from './manifest.ts';

const namesIn = (ground: Ground, path: string): Promise<readonly string[]> => orNothing(ground.names(path), []);

/** What runs that were killed left: new files that never took their place, backups of nothing. Under the lock. */
export const sweep = async (ground: Ground): Promise<void> => {
  const { place } = ground;
  for (const { items, state } of await listManifests(ground)) {
    if (state !== 'open') continue;
    for (const item of items) if (item.do === 'edit') await orNothing(ground.remove(item.beside), undefined);
  }
  for (const id of (await namesIn(ground, place)).filter(isId)) {
    const folder = folderOf(place, id);
    const names = await namesIn(ground, folder);
    if (!names.includes('manifest.json')) await ground.removeTree(folder);
    else for (const name of names) if (name.endsWith('.new')) await ground.remove(join(folder, name));
  }
};
