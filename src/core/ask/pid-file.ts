import type { Inquiry } from './inquiry.ts';
import type { Scene } from './scene.ts';
import { optionOf, settingsOf } from './settings.ts';

/** Where rules say this, they mean the pid file of this daemon. */
export const usualPidFile = '/var/run/docker.pid';

/** The option pidfile, else where each kind of daemon has it. */
export function* pidFileOf(scene: Scene): Inquiry<string> {
  const { value } = optionOf(yield* settingsOf(scene), 'pidfile');
  if (value?.startsWith('/') === true) return value;
  if (scene.rootless !== undefined) return `${scene.rootless.runtime}/docker.pid`;
  return scene.unit?.startsWith('snap.') === true ? '/run/snap.docker/docker.pid' : usualPidFile;
}
