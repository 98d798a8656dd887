import type { Unknown } from '../types.ts';
import { ask, type Inquiry } from './inquiry.ts';
import { remapOf, remappedRoot } from './remap.ts';
import type { Scene } from './scene.ts';
import { dataRootOf } from './settings.ts';

const remapFolder = /^\d{1,10}\.\d{1,10}$/;

/** The one directory that a remapped root has had here. */
function* onlyFolder(dataRoot: string): Inquiry<string | undefined> {
  const reply = yield* ask({ read: 'names', path: dataRoot });
  const names = reply.known && reply.exists ? reply.names.filter((name) => remapFolder.test(name)) : [];
  return names.length === 1 ? names[0] : undefined;
}

/**
 * Where this daemon's own state lies: the data-root itself, with userns-remap UID.GID below it
 * (setupDaemonRoot). Nothing where it cannot be told which.
 */
export function* daemonRootOf(scene: Scene): Inquiry<string | undefined | Unknown> {
  const dataRoot = yield* dataRootOf(scene);
  if (typeof dataRoot !== 'string') return dataRoot;
  const remap = yield* remapOf(scene);
  if (remap === 'not-set') return dataRoot;
  // without a unit there are no flags to set it
  if ('known' in remap) return remap.why === 'unreadable' ? dataRoot : undefined;
  if (/^(?:root|0)(?::|$)/.test(remap.value)) return dataRoot;
  const root = yield* remappedRoot(scene);
  const folder = root === undefined ? yield* onlyFolder(dataRoot) : `${root.uid}.${root.gid}`;
  return folder === undefined ? undefined : `${dataRoot}/${folder}`;
}
