import { parseEnvironment, splitWords } from '../parse/words.ts';
import type { Stat, Unknown } from '../types.ts';
import { askEach, type Inquiry } from './inquiry.ts';
import type { Scene } from './scene.ts';
import { isUnit, unitOf } from './unit.ts';

/** The PATH that systemd gives (systemd.exec(5)), and what hosts/ run programs with. */
export const systemFolders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

const snapFolders = ['bin', 'sbin', 'usr/bin', 'usr/sbin'].map((folder) => `/snap/docker/current/${folder}`);

export interface FoundProgram {
  /** Nothing where it is in none of the folders. */
  readonly path?: string;
  readonly stat?: Stat;
}

/** The folders in which the daemon of this host looks for its helpers: Environment=PATH= of its unit, else systemd's. */
export function* daemonFolders(scene: Scene): Inquiry<readonly string[]> {
  const unit = yield* unitOf('docker.service', scene);
  const values = isUnit(unit) ? (unit.properties.get('Environment') ?? []) : [];
  const path = values
    .flatMap(splitWords)
    .flatMap((word) => parseEnvironment(word).get('PATH') ?? [])
    .at(-1);
  const own = (path ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const snap = scene.unit?.startsWith('snap.') === true ? snapFolders : [];
  // the setup tool of rootless mode puts its programs here
  const home = scene.rootless === undefined ? [] : [`${scene.rootless.home}/bin`];
  return [...new Set([...own, ...snap, ...home, ...systemFolders])];
}

/** A name that is one, or an absolute path. */
export const isProgramName = (name: string): boolean =>
  /^[\w.+@-]{1,100}$/.test(name) || (/^\/[\w.+@/-]{1,250}$/.test(name) && !name.includes('/../'));

const mayRun = ({ type, mode }: Stat): boolean => type === 'file' && (Number.parseInt(mode, 8) & 0o111) !== 0;

/** As execvp(3) looks: the first file that may be run; where none may, the first that is there. */
export function* findProgram(name: string, folders: readonly string[]): Inquiry<FoundProgram | Unknown> {
  const paths = name.startsWith('/') ? [name] : folders.map((folder) => `${folder}/${name}`);
  const stats = yield* askEach(paths.map((path) => ({ read: 'stat', path }) as const));
  const there = stats.flatMap((stat, index) =>
    stat.known && stat.exists && (stat as Stat).type !== 'directory'
      ? [{ path: paths[index] ?? '', stat: stat as Stat }]
      : [],
  );
  const found = there.find(({ stat }) => mayRun(stat)) ?? there[0];
  if (found !== undefined) return found;
  const unknown = stats.find((stat) => !stat.known);
  return unknown !== undefined && !unknown.known ? unknown : {};
}

export const isExecutable = ({ stat }: FoundProgram): boolean => stat !== undefined && mayRun(stat);
