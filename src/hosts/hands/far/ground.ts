import { dirname } from 'node:path';
import { MendError } from '../../../errors.ts';
import type { Frame } from '../../shell/frames.ts';
import type { Done, Ground, Owner } from '../ground.ts';
import { placeOf } from '../place.ts';
import type { Orders } from './orders.ts';
import { refusalOf } from './refusal.ts';

/** What is on the other side. */
export interface Side {
  readonly name: string;
  /** What a command line needs to come here again. */
  readonly way: string;
  /** Where backups are kept, instead of what that host says. */
  readonly place?: string;
}

interface Who {
  readonly pid: number;
  readonly owner: Owner;
  readonly place: string;
}

const whoIs = async ({ put }: Orders, name: string): Promise<Who> => {
  const { ending, said, stdout } = await put(['dw_who']);
  const [pid = 0, uid, gid] = said.filter((word) => /^\d+$/.test(word)).map(Number);
  if (ending !== 'ok' || uid === undefined || gid === undefined)
    throw new MendError(`nothing can be written on ${name}`, 'its shell has no base64 or no id');
  const [named = '', state = '', home = ''] = stdout.toString().split('\0');
  const env = { DOCKER_WHY_STATE: named, XDG_STATE_HOME: state };
  return { pid, owner: { uid, gid }, place: placeOf(env, { isRoot: uid === 0, home }) };
};

const checked = (frame: Frame, path: string): Frame => {
  if (frame.ending === 'failed') throw refusalOf(frame.stderr.toString(), path);
  if (frame.ending !== 'ok' && frame.ending !== 'missing') throw refusalOf(frame.ending, path);
  return frame;
};

const statsOf = ({ said: [words = ''] }: Frame, path: string) => {
  const match = /^([0-9a-f]{1,8}) (\d+) (\d+)$/.exec(words);
  if (match === null) throw refusalOf(`stat says ${words}`, path);
  return { mode: Number.parseInt(match[1] ?? '', 16) & 0o7777, uid: Number(match[2]), gid: Number(match[3]) };
};

const doneOf = (frame: Frame, program: string): Done => {
  if (frame.ending === 'no-such-tool') return { code: 127, output: `${program} is not installed` };
  return { code: frame.code ?? 127, output: frame.stdout.toString() };
};

/** A host behind a shell: each thing is one order to it, and the reply to that. */
export const farGround = async (orders: Orders, side: Side): Promise<Ground> => {
  const who = await whoIs(orders, side.name);

  /** The path comes first among the words. */
  const order = async (name: string, path: string, ...words: readonly string[]): Promise<Frame> => {
    if ([path, ...words].some((word) => word.includes('\0'))) throw refusalOf('No such file or directory', path);
    return checked(await orders.put([name, path, ...words]), path);
  };
  const plain = async (...words: readonly [string, string, ...string[]]): Promise<void> => void (await order(...words));
  /** The same with a program of its own, which is given the paths after a `--`. */
  const byProgram = async (program: readonly string[], path: string, ...words: readonly string[]): Promise<void> => {
    if ([path, ...words].some((word) => word.includes('\0'))) throw refusalOf('No such file or directory', path);
    checked(await orders.put(['dw_do', ...program, '--', path, ...words]), path);
  };

  return {
    ...who,
    place: side.place ?? who.place,
    way: side.way,
    read: async (path) => (await order('dw_read', path)).stdout,
    stat: async (path) => statsOf(await order('dw_state', path), path),
    isThere: async (path) => (await order('dw_there', path)).ending === 'ok',
    realPath: async (path) => (await order('dw_real', path)).stdout.toString(),
    linkAt: async (path) => {
      const { ending, stdout } = await order('dw_link_at', path);
      return ending === 'ok' ? stdout.toString() : undefined;
    },
    names: async (folder) => {
      const { ending, stdout } = await order('dw_names', folder);
      if (ending === 'missing') throw refusalOf('No such file or directory', folder);
      return stdout
        .toString()
        .split('\0')
        .filter((name) => name !== '');
    },
    makeFolder: (path, mode) => plain('dw_mkdir', path, mode.toString(8), dirname(path)),
    makeFolders: (path) => plain('dw_mkdirs', path),
    removeFolder: (path) => byProgram(['rmdir'], path),
    remove: (path) => plain('dw_rm', path, dirname(path)),
    removeTree: (path) => byProgram(['rm', '-rf'], path),
    writeNew: (path, bytes, mode, owner) =>
      plain(
        'dw_new',
        path,
        mode.toString(8),
        owner === undefined ? '' : `${owner.uid}:${owner.gid}`,
        String(bytes.length),
        Buffer.from(bytes).toString('base64'),
      ),
    link: (path, name) => byProgram(['ln'], path, name),
    rename: (path, to) => plain('dw_mv', path, to, dirname(to)),
    labelLike: (path, model) => plain('dw_label', path, model),
    run: async (argv) => {
      if (argv.some((word) => word.includes('\0'))) return { code: 127, output: 'a word of it holds a NUL' };
      return doneOf(await orders.put(['dw_program', ...argv]), argv[0] ?? '');
    },
  };
};
