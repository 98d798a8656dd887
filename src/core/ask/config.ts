import type { Json } from '../parse/json.ts';
import { dockerdMajor } from './dockerd.ts';
import type { Inquiry } from './inquiry.ts';
import type { Scene } from './scene.ts';
import { settingsOf } from './settings.ts';

/** Where rules say this, they mean the file that the daemon of this host reads. */
export const usualConfig = '/etc/docker/daemon.json';

export function* configPlace(scene: Scene): Inquiry<string> {
  return (yield* settingsOf(scene)).file.path;
}

/**
 * Does dockerd take it for JSON? Since 23 it reads the whole file, allows an empty one and a byte
 * order mark; before, it read one value and looked no further (getConflictFreeConfiguration in
 * daemon/config/config.go). Nothing where that decides and the version is not known.
 */
export function* isConfigJson(json: Json): Inquiry<boolean | undefined> {
  if (json.state === 'valid') return true;
  if (json.state === 'invalid' && !json.trailing) return false;
  if (json.state === 'encoding' && !json.mark) return undefined;
  const major = yield* dockerdMajor();
  if (major === undefined) return undefined;
  return json.state === 'invalid' ? major < 23 : major >= 23;
}
