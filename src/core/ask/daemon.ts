import type { Caller } from '../types.ts';
import { accountOf } from './account.ts';
import { isThere } from './file.ts';
import { ask, type Inquiry } from './inquiry.ts';
import type { Rootless, Scene } from './scene.ts';

/** Which daemon of the host is meant, as far as the person says. */
export interface Choice {
  readonly unit?: string;
  /** The rootless daemon of the caller. */
  readonly user?: boolean;
}

/** Where each kind of installation has its unit. */
const systemUnits = [
  '/etc/systemd/system/docker.service',
  '/run/systemd/system/docker.service',
  '/usr/lib/systemd/system/docker.service',
  '/lib/systemd/system/docker.service',
];
const snapUnit = '/etc/systemd/system/snap.docker.dockerd.service';

function* homeOf({ uid }: Caller): Inquiry<string | undefined> {
  const found = yield* accountOf('passwd', String(uid));
  return 'inFile' in found ? found.account?.home : undefined;
}

function* rootlessOf(): Inquiry<Rootless | undefined> {
  const caller = yield* ask({ read: 'caller' });
  if (!caller.known) return undefined;
  const home = yield* homeOf(caller);
  const runtime = yield* ask({ read: 'variable', name: 'XDG_RUNTIME_DIR' });
  const folder = runtime.known && runtime.value?.startsWith('/') === true ? runtime.value : `/run/user/${caller.uid}`;
  return home === undefined ? undefined : { home, runtime: folder };
}

function* anyOf(paths: readonly string[]): Inquiry<boolean> {
  for (const path of paths) if ((yield* isThere(path)) === true) return true;
  return false;
}

/**
 * Which daemon this host's journal should be asked for: docker.service, the snap's unit, or the
 * rootless one where there is no other.
 */
export function* daemonOf({ unit, user }: Choice): Inquiry<Pick<Scene, 'unit' | 'rootless'>> {
  if (unit !== undefined && user !== true) return { unit };
  if (user !== true) {
    if (yield* anyOf(systemUnits)) return {};
    if ((yield* isThere(snapUnit)) === true) return { unit: 'snap.docker.dockerd.service' };
  }
  const rootless = yield* rootlessOf();
  if (rootless === undefined) return {};
  const own = yield* anyOf([
    `${rootless.home}/.config/systemd/user/docker.service`,
    '/usr/lib/systemd/user/docker.service',
    '/etc/systemd/user/docker.service',
  ]);
  return user === true || own ? { rootless, ...(unit !== undefined && { unit }) } : {};
}
