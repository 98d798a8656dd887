import { randomBytes } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { commandFor, type Question } from './command.ts';
import { type Frame, readFrames } from './frames.ts';
import { prologue } from './prologue.ts';

/** A shell that answers: here, or behind ssh. */
export interface Talk {
  /** Comes when the shell is ready, with the first reply. */
  readonly ready: Promise<void>;
  /** Nothing where the shell is gone or did not answer in time. */
  readonly put: (question: Question) => Promise<Frame | 'timeout' | 'unreadable'>;
  readonly close: () => void;
}

export interface Pipes {
  readonly stdin: Writable;
  readonly stdout: Readable;
}

type Settle = (frame: Frame | 'timeout' | 'unreadable') => void;

/** So many jobs at once; more would be a burden to a machine that is in trouble already. */
const window = 32;
/** The shell itself gives up in time; only a job that cannot be killed is left behind. Milliseconds. */
const grace = 500;

/** Questions of one turn travel in one write; replies come in any order. `limit`: for each, in milliseconds. */
export const talkOver = ({ stdin, stdout }: Pipes, limit: number): Talk => {
  const nonce = randomBytes(12).toString('hex');
  const waiting: { readonly command: string; readonly settle: Settle }[] = [];
  const open = new Map<number, Settle>();
  let last = 0;
  let gone = false;
  let planned = false;
  const ready = new Promise<void>((resolve) => open.set(0, () => resolve()));

  const settle = (id: number, frame: Parameters<Settle>[0]): void => {
    const one = open.get(id);
    open.delete(id);
    one?.(frame);
    if (waiting.length > 0) plan();
  };

  const start = (command: string, done: Settle): string => {
    last += 1;
    const id = last;
    const timer = setTimeout(() => settle(id, 'timeout'), limit + grace);
    open.set(id, (frame) => {
      clearTimeout(timer);
      done(frame);
    });
    return `dw_j ${id} ${command} </dev/null &\n`;
  };

  const send = (): void => {
    planned = false;
    const now = waiting.splice(0, Math.max(0, window - open.size));
    const lines = now.map(({ command, settle: done }) => start(command, done)).join('');
    if (lines !== '') stdin.write(lines);
  };

  const plan = (): void => {
    if (planned) return;
    planned = true;
    setImmediate(send);
  };

  const close = (): void => {
    gone = true;
    for (const { settle: done } of waiting.splice(0)) done('unreadable');
    for (const id of [...open.keys()].filter((one) => one !== 0)) settle(id, 'unreadable');
    stdin.end();
  };

  const put = (question: Question): Promise<Frame | 'timeout' | 'unreadable'> => {
    const command = commandFor(question);
    if (command === undefined || gone) return Promise.resolve('unreadable');
    return new Promise((resolve) => {
      waiting.push({ command, settle: resolve });
      plan();
    });
  };

  const frames = readFrames(nonce, (id) => open.has(id), settle);
  stdout.on('data', frames.push);
  stdout.on('end', close);
  // a pipe whose other end is gone: that is told by the end of stdout
  stdin.on('error', () => undefined);
  stdout.on('error', () => undefined);
  stdin.write(prologue(nonce, Math.ceil(limit / 1000)));
  return { ready, put, close };
};
