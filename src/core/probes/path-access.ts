import { ask, type Inquiry } from '../ask/inquiry.ts';
import { passageTo } from '../ask/passage.ts';
import { isAbsolute } from '../ask/path.ts';
import { type HostRoot, remappedRoot } from '../ask/remap.ts';
import type { Scene } from '../ask/scene.ts';
import { quoteWord } from '../shell-words.ts';
import type { Answer, Query } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

/** `/var/lib/docker/100000.100000`: dockerd names the directory after the root that it is for. */
const rootIn = (path: string): HostRoot | undefined => {
  const [, uid, gid] = /\/(\d{1,10})\.(\d{1,10})$/.exec(path) ?? [];
  return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
};

function* inquire(query: Query, scene: Scene): Inquiry<Answer> {
  const path = param(query, 'path');
  if (!isAbsolute(path)) return { known: false, why: 'not-asked' };
  const target = yield* ask({ read: 'stat', path });
  const { open, blocked, unknown } = yield* passageTo(path, rootIn(path) ?? (yield* remappedRoot(scene)));
  if (unknown !== undefined) return unknown;
  return {
    known: true,
    facts: {
      ...(target.known && { exists: target.exists }),
      ...(open !== undefined && { traversable: open }),
      ...(blocked !== undefined && { blocked }),
    },
  };
}

export const pathAccess: ProbeKind = {
  ask: 'path-access',
  about: 'may the remapped root traverse every parent of the path; `blocked` is the nearest that bars the way',
  params: { path: 'text' },
  facts: { exists: 'boolean', traversable: 'boolean', blocked: 'text' },
  command: (query) => `namei -l ${quoteWord(param(query, 'path'))}`,
  inquire,
};
