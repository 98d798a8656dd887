import { lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What can be known of a folder that is taken for a root. */
export interface Shape {
  /** A whole system, so that what is not there is not there; an archive holds only a part. */
  readonly whole: boolean;
  /** Its file system, and that of the folder it lies in: a mounted disk has its own. */
  readonly device: number;
  readonly around: number;
  /** Where fstab(5) has a file system of its own, which was not mounted with this one. */
  readonly unmounted: readonly string[];
}

type Resolve = (path: string) => Promise<string | undefined>;

const deviceOf = (path: string): Promise<number | undefined> =>
  lstat(path).then(
    ({ dev }) => dev,
    () => undefined,
  );

const covers = (folder: string, path: string): boolean => path === folder || path.startsWith(`${folder}/`);
export const isBelow = (folders: readonly string[], path: string): boolean =>
  folders.some((folder) => covers(folder, path));

/** These live in memory: a stopped system has none of them. */
const volatile = ['/proc', '/sys', '/dev', '/run', '/tmp', '/var/run'];

/** The part of a path that is in memory on a running system. */
export const volatileOf = (path: string): string | undefined => volatile.find((folder) => covers(folder, path));

const isEmpty = (path: string): Promise<boolean> =>
  readdir(path).then(
    (names) => names.length === 0,
    () => true,
  );

const mountPoints = (fstab: string): readonly string[] =>
  fstab
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([, point = '', type = '']) =>
      point.startsWith('/') && point !== '/' && type !== 'swap' ? [point.replace(/\/+$/, '')] : [],
    )
    .filter((point) => volatileOf(point) === undefined)
    .slice(0, 200);

/** A mount point that is an empty folder of the same file system: its own one is not here. */
const unmountedIn = async (fstab: string, device: number, resolve: Resolve): Promise<readonly string[]> => {
  const found = await Promise.all(
    mountPoints(fstab).map(async (point) => {
      const path = await resolve(point);
      const isHere = path !== undefined && ((await deviceOf(path)) ?? device) !== device;
      return isHere || (path !== undefined && !(await isEmpty(path))) ? [] : [point];
    }),
  );
  return found.flat();
};

/** `resolve` gives the real path of one inside, wherever links lead; `fstab` is the text of its /etc/fstab. */
export const shapeOf = async (folder: string, fstab: string, resolve: Resolve): Promise<Shape> => {
  const has = async (path: string): Promise<boolean> => {
    const at = await resolve(path);
    return at !== undefined && (await deviceOf(at)) !== undefined;
  };
  const device = (await stat(folder)).dev;
  const whole =
    (await has('/etc/passwd')) && (await has('/var/lib')) && ((await has('/usr/bin')) || (await has('/bin')));
  return {
    whole,
    device,
    around: folder === '/' ? Number.NaN : ((await deviceOf(dirname(folder))) ?? device),
    unmounted: whole ? await unmountedIn(fstab, device, resolve) : [],
  };
};

/** Is what lies in memory on a running system mounted in here? Then it is of the system that runs now. */
export const isMountedLive = async (folder: string, path: string, { device }: Shape): Promise<boolean> => {
  const own = await deviceOf(join(folder, path.split('/')[1] ?? ''));
  return own !== undefined && own !== device;
};
