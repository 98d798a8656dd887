import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Action, Plan } from '../../../src/core/types.ts';
import { type Hands, handsOn } from '../../../src/hosts/hands/index.ts';
import { here, type Kind } from './grounds.ts';

/** In memory where that can be: what is tested is the order of things, and disks are slow. */
const folder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder that stands for a host, and hands that keep their backups beside it. */
export interface Bench {
  readonly host: string;
  readonly state: string;
  readonly hands: Hands;
}

/** Hands whose ground is made ready when they are first used. */
export const handsAt = (place: string, kind: Kind = here): Hands => {
  let opened: Promise<Hands> | undefined;
  const open = (): Promise<Hands> => {
    opened ??= kind.open(place).then(handsOn);
    return opened;
  };
  return {
    perform: async (...all) => (await open()).perform(...all),
    undo: async (id) => (await open()).undo(id),
    list: async () => (await open()).list(),
  };
};

export const openBench = (kind: Kind = here): Bench => {
  const root = mkdtempSync(join(folder, 'docker-why-hands-'));
  const host = join(root, 'host');
  const state = join(root, 'state');
  mkdirSync(host);
  chmodSync(host, 0o755);
  return { host, state, hands: handsAt(state, kind) };
};

/** Everything below a folder: type, mode, owner, content. Times are not compared. */
export const treeOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => {
        const path = join(folder, name);
        const stats = lstatSync(path);
        if (stats.isSymbolicLink()) return [name, `link ${readlinkSync(path)}`];
        const { mode, uid, gid } = statSync(path);
        const content = stats.isFile() ? readFileSync(path).toString('hex') : '';
        return [name, `${mode.toString(8)} ${uid}:${gid} ${content}`];
      }),
  );

export const planOf = (...actions: readonly Action[]): Plan => ({
  cause: 'config/invalid-value',
  title: 'A plan',
  risk: 'safe',
  actions,
  problems: [],
});

let count = 0;

export const howOf = () => {
  count += 1;
  return { id: `20261124-120000-${String(count).padStart(4, '0')}`, made: '2026-11-24T12:00:00.000Z', by: '0' };
};

export const edit = (path: string, after: string): Action => {
  try {
    return { do: 'edit', path, before: readFileSync(path, 'utf8'), after };
  } catch {
    return { do: 'edit', path, after };
  }
};
