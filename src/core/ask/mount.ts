import { type Mount, mountOf, parseMountinfo } from '../parse/mounts.ts';
import type { Space, Unknown } from '../types.ts';
import { ask, type Inquiry } from './inquiry.ts';
import { parentOf } from './path.ts';

/** What a path lies on. */
export interface Ground {
  /** The path itself, or the nearest parent that is there. */
  readonly path: string;
  readonly mount?: Mount;
  readonly space?: Space;
}

/** The file system under a path; the path need not be there yet. */
export function* groundOf(path: string): Inquiry<Ground | Unknown> {
  let at = path;
  let space = yield* ask({ read: 'space', path: at });
  while (space.known && !space.exists && at !== '/') {
    at = parentOf(at);
    space = yield* ask({ read: 'space', path: at });
  }
  const table = yield* ask({ read: 'text', path: '/proc/self/mountinfo' });
  const mount = table.known && table.exists ? mountOf(parseMountinfo(table.text), at) : undefined;
  if (!space.known && mount === undefined) return space;
  return { path: at, ...(mount !== undefined && { mount }), ...(space.known && space.exists && { space }) };
}
