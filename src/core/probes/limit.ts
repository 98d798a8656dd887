import { textOf } from '../ask/file.ts';
import type { Inquiry } from '../ask/inquiry.ts';
import type { Scene } from '../ask/scene.ts';
import { type ProbeKind, param } from './kind.ts';

interface Use {
  readonly used: number;
  readonly limit: number;
}

const numberIn = (text: string | undefined): number | undefined =>
  /^\d{1,20}$/.test(text?.trim() ?? '') ? Number(text) : undefined;

/** Tasks of the whole host: the fourth field of proc_loadavg(5), `2/345`. */
function* tasks(limitPath: string): Inquiry<Use | undefined> {
  const [, used] = /^\S+ \S+ \S+ \d+\/(\d{1,10}) /.exec((yield* textOf('/proc/loadavg')) ?? '') ?? [];
  const limit = numberIn(yield* textOf(limitPath));
  return used === undefined || limit === undefined ? undefined : { used: Number(used), limit };
}

/** Open files of the whole host: allocated, unused, most (file-nr of proc(5)). */
function* files(): Inquiry<Use | undefined> {
  const [, used, limit] = /^(\d{1,20})\s+\d+\s+(\d{1,20})/.exec((yield* textOf('/proc/sys/fs/file-nr')) ?? '') ?? [];
  return used === undefined ? undefined : { used: Number(used), limit: Number(limit) };
}

const share = ({ used, limit }: Use): number => (limit === 0 ? 0 : used / limit);

/** Owners below are people and services; from here on they are ids that remapped containers have. */
const firstSubordinate = 65_536;

/**
 * Keys and their bytes against the quota, of the owner who is nearest to it: root and the ids of
 * remapped containers, or of a rootless daemon its user (`0: 31 30/30 25/1000000 498/25000000` in
 * proc_key-users(5): the two last pairs).
 */
function* keys({ rootless }: Scene): Inquiry<Use | undefined> {
  const text = yield* textOf('/proc/key-users');
  const user = Number(/^\/run\/user\/(\d{1,10})$/.exec(rootless?.runtime ?? '')?.[1] ?? 0);
  const uses = (text ?? '').split('\n').flatMap((line): readonly Use[] => {
    const [, uid, ...counts] =
      /^\s*(\d{1,10}):\s+\d+ \d+\/\d+ (\d{1,15})\/(\d{1,15}) (\d{1,15})\/(\d{1,15})/.exec(line) ?? [];
    if (uid === undefined || (Number(uid) !== user && Number(uid) < firstSubordinate)) return [];
    const [used = 0, limit = 0, bytes = 0, mostBytes = 0] = counts.map(Number);
    return [
      { used, limit },
      { used: bytes, limit: mostBytes },
    ];
  });
  return uses.toSorted((one, other) => share(other) - share(one))[0];
}

const limits: Readonly<Record<string, (scene: Scene) => Inquiry<Use | undefined>>> = {
  pids: () => tasks('/proc/sys/kernel/pid_max'),
  threads: () => tasks('/proc/sys/kernel/threads-max'),
  keys,
  files,
};

export const limit: ProbeKind = {
  ask: 'limit',
  about: `use against a limit of the host: ${Object.keys(limits).join(', ')}; percent is rounded down`,
  params: { name: 'text' },
  facts: { used: 'number', limit: 'number', percent: 'number' },
  command: () =>
    'cat /proc/loadavg /proc/sys/kernel/pid_max /proc/sys/kernel/threads-max /proc/sys/fs/file-nr /proc/key-users',
  *inquire(query, scene) {
    const name = param(query, 'name');
    const read = Object.hasOwn(limits, name) ? limits[name] : undefined;
    if (read === undefined) return { known: false, why: 'not-asked' };
    const use = yield* read(scene);
    if (use === undefined) return { known: false, why: 'absent' };
    return { known: true, facts: { ...use, percent: Math.floor(share(use) * 100) } };
  },
};
