import { existsSync } from 'node:fs';
import {
  chmod,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { type Done, type Ground, isMissing, mostOutput, patience, programPath } from './ground.ts';
import { placeOf } from './place.ts';

/** What was put into a folder or taken out is on the disk only when the folder is. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

const makeFolder: Ground['makeFolder'] = async (path, mode) => {
  await mkdir(path, mode);
  await chmod(path, mode);
  await syncFolder(dirname(path));
};

const writeNew: Ground['writeNew'] = async (path, bytes, mode, owner) => {
  await rm(path, { force: true });
  // wx: whoever put a link there meanwhile does not lead us elsewhere
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    if (owner !== undefined) await file.chown(owner.uid, owner.gid);
    // the umask does not count
    await file.chmod(mode);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
};

const remove: Ground['remove'] = async (path) => {
  try {
    await rm(path);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await syncFolder(dirname(path));
};

const isThere: Ground['isThere'] = async (path) => (await lstat(path).catch(() => undefined)) !== undefined;

const linkAt: Ground['linkAt'] = async (path) => {
  const stats = await lstat(path).catch(() => undefined);
  return stats?.isSymbolicLink() === true ? readlink(path) : undefined;
};

/** chcon(1), restorecon(8) */
const labelLike: Ground['labelLike'] = async (path, model) => {
  if (!existsSync('/sys/fs/selinux/enforce')) return;
  const { execa } = await import('execa');
  if (existsSync(model)) await execa('chcon', [`--reference=${model}`, '--', path], { reject: false, stdin: 'ignore' });
  else await execa('restorecon', ['--', path], { reject: false, stdin: 'ignore' });
};

const run = async (argv: readonly string[]): Promise<Done> => {
  const { execa } = await import('execa');
  const [program = '', ...args] = argv;
  const result = await execa(program, args, {
    env: { PATH: programPath, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
    stdin: 'ignore',
    reject: false,
    all: true,
    timeout: patience,
    maxBuffer: 4 * 1024 * 1024,
  });
  const missing = result.code === 'ENOENT' ? `${program} is not installed` : '';
  return {
    code: result.exitCode ?? (result.timedOut ? 124 : 127),
    output: (missing || (result.all ?? '')).slice(-mostOutput),
  };
};

/** This machine. */
export const localGround = (env: Readonly<Record<string, string | undefined>>): Ground => {
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  return {
    place: placeOf(env, { isRoot: process.getuid?.() === 0, home: homedir() }),
    way: '',
    owner,
    pid: process.pid,
    read: (path) => readFile(path),
    stat: async (path) => {
      const { mode, uid, gid } = await stat(path);
      return { mode: mode & 0o7777, uid, gid };
    },
    isThere,
    realPath: (path) => realpath(path),
    linkAt,
    names: (folder) => readdir(folder),
    makeFolder,
    makeFolders: async (path) => void (await mkdir(path, { recursive: true, mode: 0o700 })),
    removeFolder: (path) => rmdir(path),
    remove,
    removeTree: (path) => rm(path, { recursive: true, force: true }),
    writeNew,
    link,
    rename: async (path, to) => {
      await rename(path, to);
      await syncFolder(dirname(to));
    },
    labelLike,
    run,
  };
};
