import { constants, type Stats } from 'node:fs';
import { lstat, open, opendir, stat, statfs } from 'node:fs/promises';
import type { FileType, Replies } from '../../core/types.ts';
import { replyToError } from '../errno.ts';
import { mostNames, mostText, unknown } from '../host.ts';

const typeOf = (stats: Stats): FileType => {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  if (stats.isSocket()) return 'socket';
  if (stats.isSymbolicLink()) return 'symlink';
  return stats.isBlockDevice() || stats.isCharacterDevice() ? 'device' : 'other';
};

/** The permission bits, with setuid and its like. */
const modeOf = (stats: Stats): string => (stats.mode & 0o7777).toString(8).padStart(4, '0');

export const statReply = async (path: string, link: boolean): Promise<Replies['stat']> => {
  try {
    const stats = await (link ? lstat(path) : stat(path));
    return {
      known: true,
      exists: true,
      type: typeOf(stats),
      mode: modeOf(stats),
      uid: stats.uid,
      gid: stats.gid,
      size: stats.size,
      changed: Math.round(stats.mtimeMs),
    };
  } catch (error) {
    return replyToError(error);
  }
};

/** O_NONBLOCK: opening a pipe or a device must not wait for its other end. */
const readOnly = constants.O_RDONLY | constants.O_NONBLOCK;

/** With `bytes`, so many bytes from its beginning, each as one character: not every file is text. */
export const textReply = async (path: string, bytes?: number): Promise<Replies['text']> => {
  try {
    const file = await open(path, readOnly);
    try {
      if (!(await file.stat()).isFile()) return unknown('unreadable');
      const most = Math.min(bytes ?? mostText, mostText);
      const buffer = Buffer.alloc(most);
      let size = 0;
      // files of /proc give a page at a time
      for (let more = -1; more !== 0 && size < most; size += more)
        more = (await file.read(buffer, size, most - size, null)).bytesRead;
      return { known: true, exists: true, text: buffer.toString(bytes === undefined ? 'utf8' : 'latin1', 0, size) };
    } finally {
      await file.close();
    }
  } catch (error) {
    return replyToError(error);
  }
};

export const namesReply = async (path: string): Promise<Replies['names']> => {
  try {
    const names: string[] = [];
    for await (const { name } of await opendir(path)) {
      names.push(name);
      if (names.length === mostNames) break;
    }
    return { known: true, exists: true, names: names.sort() };
  } catch (error) {
    return replyToError(error);
  }
};

export const spaceReply = async (path: string): Promise<Replies['space']> => {
  try {
    const { bsize, blocks, bavail, files, ffree } = await statfs(path);
    return {
      known: true,
      exists: true,
      size: bsize * blocks,
      free: bsize * bavail,
      inodes: files,
      'free-inodes': ffree,
    };
  } catch (error) {
    return replyToError(error);
  }
};
