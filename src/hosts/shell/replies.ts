import type { FileType, Replies, UnknownReason } from '../../core/types.ts';
import { missing, mostText, unknown } from '../host.ts';
import type { Frame } from './frames.ts';

const reasons: readonly string[] = ['denied', 'timeout', 'no-such-tool', 'unreadable'] satisfies UnknownReason[];
const isReason = (word: string): word is UnknownReason => reasons.includes(word);

export const unknownOf = (ending: string): ReturnType<typeof unknown> =>
  unknown(isReason(ending) ? ending : 'unreadable');

/** Missing, or why there is no answer; nothing where there is one. */
const failed = ({ ending }: Frame): typeof missing | ReturnType<typeof unknown> | undefined => {
  if (ending === 'missing') return missing;
  return ending === 'ok' ? undefined : unknownOf(ending);
};

/** S_IFMT of stat(2) */
const types: Readonly<Record<number, FileType>> = {
  1: 'other',
  2: 'device',
  4: 'directory',
  6: 'device',
  8: 'file',
  10: 'symlink',
  12: 'socket',
};

export const statOf = (frame: Frame): Replies['stat'] => {
  const failure = failed(frame);
  if (failure !== undefined) return failure;
  const match = /^([0-9a-f]{1,8}) (\d+) (\d+) (\d+) (-?\d+)(?:\.(\d{1,9}))?$/.exec(frame.said[0] ?? '');
  if (match === null) return unknown('unreadable');
  const [, mode = '', uid, gid, size, second, fraction = '0'] = match;
  const bits = Number.parseInt(mode, 16);
  return {
    known: true,
    exists: true,
    type: types[bits >> 12] ?? 'other',
    mode: (bits & 0o7777).toString(8).padStart(4, '0'),
    uid: Number(uid),
    gid: Number(gid),
    size: Number(size),
    changed: Math.round(Number(second) * 1000 + Number(fraction.padEnd(9, '0')) / 1e6),
  };
};

export const textOf =
  (encoding: 'utf8' | 'latin1', most: number) =>
  (frame: Frame): Replies['text'] =>
    failed(frame) ?? { known: true, exists: true, text: frame.stdout.toString(encoding, 0, most) };

export const namesOf = (frame: Frame): Replies['names'] =>
  failed(frame) ?? {
    known: true,
    exists: true,
    names: frame.stdout
      .toString('utf8')
      .split('\0')
      .filter((name) => name !== '')
      .sort(),
  };

export const spaceOf = (frame: Frame): Replies['space'] => {
  const failure = failed(frame);
  if (failure !== undefined) return failure;
  const match = /^(\d+) (\d+) (\d+) (\d+) (\d+)$/.exec(frame.said[0] ?? '');
  if (match === null) return unknown('unreadable');
  const [unit = 0, blocks = 0, available = 0, inodes = 0, free = 0] = match.slice(1).map(Number);
  return { known: true, exists: true, size: unit * blocks, free: unit * available, inodes, 'free-inodes': free };
};

/** Exit codes of timeout(1), env(1) and of a shell for what could not be run or was killed. */
const codeFailure = (code: number): UnknownReason | undefined => {
  if (code === 124 || code === 137) return 'timeout';
  if (code === 126) return 'denied';
  if (code === 127) return 'no-such-tool';
  return code > 128 && code < 160 ? 'unreadable' : undefined;
};

export const outputOf = ({ ending, code, stdout, stderr }: Frame): Replies['output'] => {
  if (ending !== 'ok' || code === undefined) return unknownOf(ending);
  // a program that was cut off by us is not one that failed
  const cut = stdout.length >= mostText || stderr.length >= mostText;
  const why = cut ? undefined : codeFailure(code);
  if (why !== undefined) return unknown(why);
  return { known: true, code: cut ? 0 : code, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
};

export const variableOf = ({ ending, stdout }: Frame): Replies['variable'] => {
  if (ending === 'missing') return { known: true };
  return ending === 'ok' ? { known: true, value: stdout.toString('utf8') } : unknownOf(ending);
};

export const callerOf = ({ ending, said: [uid = '', groups = ''], stdout }: Frame): Replies['caller'] => {
  if (ending !== 'ok' || !/^\d+$/.test(uid)) return unknownOf(ending);
  const numbers = groups.split(' ').filter((word) => /^\d+$/.test(word));
  return { known: true, uid: Number(uid), name: stdout.toString('utf8').trimEnd() || uid, groups: numbers.map(Number) };
};
