import { readlink, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reply, Request } from '../../core/types.ts';
import { within } from '../../core/within.ts';
import { InputError } from '../../errors.ts';
import { certificateReply } from '../certificate.ts';
import { type Host, missing, unknown } from '../host.ts';
import { namesReply, spaceReply, statReply, textReply } from '../local/files.ts';
import { isBelow, isMountedLive, type Shape, shapeOf, volatileOf } from './shape.ts';

interface Root {
  readonly folder: string;
  readonly linkAt: (path: string) => Promise<string | undefined>;
}

/** A link is read once: probes ask for many paths below the same folders. */
const openRoot = (folder: string): Root => {
  const links = new Map<string, Promise<string | undefined>>();
  const linkAt = (path: string): Promise<string | undefined> => {
    const known = links.get(path);
    if (known !== undefined) return known;
    const link = readlink(join(folder, path)).catch(() => undefined);
    links.set(path, link);
    return link;
  };
  return { folder, linkAt };
};

/** The path as the root itself has it, with no link left in it. */
const innerOf = async ({ linkAt }: Root, path: string, follow: boolean): Promise<string | undefined> => {
  const walk = within(path, follow);
  let step = walk.next();
  while (step.done !== true) step = walk.next(await linkAt(step.value));
  return step.value;
};

type FileRequest = Extract<Request, { readonly read: 'stat' | 'text' | 'names' | 'space' }>;

/** `path` holds no link any more, so none is followed now. */
const read = (request: FileRequest, path: string): Promise<Reply> => {
  switch (request.read) {
    case 'stat':
      return statReply(path, true);
    case 'text':
      return textReply(path, request.bytes);
    case 'names':
      return namesReply(path);
    case 'space':
      return spaceReply(path);
  }
};

/** Free space is told only where the root is a file system of its own: an unpacked folder lies on ours. */
const knowsSpace = async (path: string, { whole, around }: Shape): Promise<boolean> =>
  whole &&
  (await stat(path).then(
    ({ dev }) => dev !== around,
    () => true,
  ));

const fileReply = async (request: FileRequest, root: Root, shape: Shape): Promise<Reply> => {
  if (request.path.includes('\0')) return unknown('unreadable');
  const inner = await innerOf(root, request.path, !(request.read === 'stat' && request.link === true));
  if (inner === undefined) return unknown('unreadable');
  const isVolatile = volatileOf(request.path) !== undefined || volatileOf(inner) !== undefined;
  if (isBelow(shape.unmounted, inner)) return unknown('absent');
  if (isVolatile && (await isMountedLive(root.folder, inner, shape))) return unknown('absent');
  const path = join(root.folder, inner);
  if (request.read === 'space' && !(await knowsSpace(path, shape))) return unknown('absent');
  const reply = await read(request, path);
  const isMissing = reply.known && 'exists' in reply && !reply.exists;
  if (!isMissing) return reply;
  return shape.whole && !isVolatile ? missing : unknown('absent');
};

const reply = (request: Request, root: Root, shape: Shape): Promise<Reply> => {
  switch (request.read) {
    case 'stat':
    case 'text':
    case 'names':
    case 'space':
      return fileReply(request, root, shape);
    case 'certificate':
      return certificateReply(
        request,
        (path) => fileReply({ read: 'text', path }, root, shape) as ReturnType<typeof textReply>,
      );
    // its programs are not run, and nobody is logged in there
    case 'output':
    case 'variable':
    case 'caller':
      return Promise.resolve(unknown('not-asked'));
  }
};

const folderOf = async (dir: string): Promise<string> => {
  try {
    const folder = await realpath(dir);
    if ((await stat(folder)).isDirectory()) return folder;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const isDenied = code === 'EACCES' || code === 'EPERM';
    throw new InputError(
      `cannot read ${dir}`,
      isDenied ? 'it may not be read; try sudo' : 'there is no such directory; is the disk mounted?',
    );
  }
  throw new InputError(`${dir} is not a directory`, 'mount the disk or unpack the archive, and name that directory');
};

/** A mounted disk, a chroot or an unpacked archive. Nothing that is said inside it leads out of it. */
export const rootHost = async (dir: string): Promise<Host> => {
  const folder = await folderOf(dir);
  const root = openRoot(folder);
  const resolve = async (path: string): Promise<string | undefined> => {
    const inner = await innerOf(root, path, true);
    return inner === undefined ? undefined : join(folder, inner);
  };
  const at = await resolve('/etc/fstab');
  const fstab = at === undefined ? undefined : await textReply(at);
  const shape = await shapeOf(folder, fstab?.known === true && fstab.exists ? fstab.text : '', resolve);
  return { name: dir, kind: 'root', reply: (request) => reply(request, root, shape), close: async () => {} };
};
