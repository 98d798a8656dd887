import { compareReleases } from '../parse/version.ts';
import { containerOf, wslOf } from './container.ts';
import { isThere, textOf } from './file.ts';
import { ask, type Inquiry } from './inquiry.ts';

/** `6.1.0-18-amd64`, as uname(2) tells it. */
export function* releaseOf(): Inquiry<string | undefined> {
  const text = (yield* textOf('/proc/sys/kernel/osrelease'))?.trim();
  return text !== undefined && /^[\w.+~-]{1,120}$/.test(text) ? text : undefined;
}

export const modulesFolder = (release: string): string => `/lib/modules/${release}`;

/** The newest kernel that has modules on disk; '' where there is none. */
export function* newestOnDisk(): Inquiry<string | undefined> {
  const reply = yield* ask({ read: 'names', path: '/lib/modules' });
  if (!reply.known) return undefined;
  const names = reply.exists ? reply.names.filter((name) => /^\d+\.\d/.test(name)) : [];
  return names.toSorted(compareReleases).at(-1) ?? '';
}

/**
 * Are the modules of the running kernel on disk? Nothing where their absence would mean nothing:
 * in a container, on WSL, and with a kernel that has no module loaded (built in one piece).
 */
export function* hasModulesFolder(release: string): Inquiry<boolean | undefined> {
  const there = yield* isThere(modulesFolder(release));
  if (there !== false) return there;
  const loaded = yield* textOf('/proc/modules');
  const modular = loaded !== undefined && loaded.trim() !== '';
  if (!modular || wslOf(release) !== undefined) return undefined;
  return (yield* containerOf()) === 'none' ? false : undefined;
}
