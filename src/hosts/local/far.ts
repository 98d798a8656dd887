import { readFileSync, readlinkSync } from 'node:fs';
import { type Mount, mountOf, parseMountinfo } from '../../core/parse/mounts.ts';
import type { Reply, Request } from '../../core/types.ts';
import { within } from '../../core/within.ts';
import { deadline, unknown } from '../host.ts';
import { type Child, startChild } from '../shell/child.ts';
import { shellReply } from '../shell/index.ts';
import { type Talk, talkOver } from '../shell/talk.ts';

/** Kinds of file system behind which there is another machine or a program, either of which may be dead. */
const farTypes =
  /^(?:nfs\d?|cifs|smb\d?|smbfs|9p|ceph|glusterfs|afs|lustre|gpfs|beegfs|orangefs|pvfs2|coda|ncpfs|autofs|fuse|fuseblk|fuse\..+)$/;

/** Where such file systems are mounted. What lies below `/` as a whole is what we run from: it answers. */
export const farMounts = (mountinfo: string): readonly Mount[] =>
  parseMountinfo(mountinfo).filter(({ fstype, path }) => farTypes.test(fstype) && path !== '/');

/** Does a path lead there? Links are followed up to the mount and no further: one look behind it may never end. */
export const isFar = (path: string, mounts: readonly Mount[]): boolean => {
  if (mounts.length === 0) return false;
  const walk = within(path);
  let step = walk.next();
  while (step.done !== true) {
    if (mountOf(mounts, step.value) !== undefined) return true;
    let link: string | undefined;
    try {
      link = readlinkSync(step.value);
    } catch {
      link = undefined;
    }
    step = walk.next(link);
  }
  return step.value !== undefined && mountOf(mounts, step.value) !== undefined;
};

const readMounts = (): readonly Mount[] => {
  try {
    return farMounts(readFileSync('/proc/self/mountinfo', 'utf8'));
  } catch {
    return [];
  }
};

/** Answers what lies behind such a mount; nothing for all other requests. */
export interface FarReader {
  readonly reply: (request: Request) => Promise<Reply> | undefined;
  readonly close: () => void;
}

const pathsOf = (request: Request): readonly string[] => {
  if (request.read === 'certificate')
    return [request.path, request.key, request.authority].filter((path) => path !== undefined);
  return 'path' in request ? [request.path] : [];
};

/**
 * A thread of ours that reads behind a dead mount can be stopped by nothing, and the program
 * could not even end. So a shell reads there in our place: it can be left behind.
 */
export const farReader = (): FarReader => {
  let mounts: readonly Mount[] | undefined;
  let shell: Promise<{ readonly child: Child; readonly talk: Talk }> | undefined;
  let open: { readonly child: Child; readonly talk: Talk } | undefined;

  const start = async (): Promise<{ readonly child: Child; readonly talk: Talk }> => {
    const child = await startChild('sh', []);
    child.unref();
    open = { child, talk: talkOver(child, deadline) };
    return open;
  };

  const reply = (request: Request): Promise<Reply> | undefined => {
    const paths = pathsOf(request);
    if (paths.length === 0) return undefined;
    mounts ??= readMounts();
    if (!paths.some((path) => isFar(path, mounts ?? []))) return undefined;
    shell ??= start();
    return shell.then(
      ({ talk }) => shellReply(talk, request),
      () => unknown('unreadable'),
    );
  };

  const close = (): void => {
    open?.talk.close();
    open?.child.kill();
  };
  return { reply, close };
};
