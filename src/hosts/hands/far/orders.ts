import { randomBytes } from 'node:crypto';
import { quoteArgv } from '../../../core/shell-words.ts';
import { farDeadline } from '../../host.ts';
import type { Child } from '../../shell/child.ts';
import { commandFor, type Question } from '../../shell/command.ts';
import { type Frame, readFrames } from '../../shell/frames.ts';
import { prologue as answering } from '../../shell/prologue.ts';
import { patience } from '../ground.ts';
import { prologue as changing } from './prologue.ts';

/** A shell that does one thing after the other, and says how each went. */
export interface Orders {
  /** Throws what `lost` makes where the shell is gone before it has answered. */
  readonly put: (words: readonly string[]) => Promise<Frame>;
  /** What is asked of any shell, with the rights of this one; it never throws. */
  readonly ask: (question: Question) => Promise<Frame | 'unreadable'>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly done: (frame: Frame) => void;
  readonly fail: (error: Error) => void;
}

/** A program gives up by itself; where not even that is heard of, the shell is as good as gone. Milliseconds. */
const limit = patience + 30_000;
/** To end by itself, once its input has ended; milliseconds. */
const grace = 1000;

/**
 * In braces it is read whole before any of it is done: of one whose end was lost with the
 * connection nothing is done, and no path is ever half a path.
 */
export const orderOf = (id: number, command: string): string => `{ dw_j ${id} ${command} </dev/null; }\n`;

export const ordersOver = (child: Child, lost: () => Error): Orders => {
  const nonce = randomBytes(12).toString('hex');
  const open = new Map<number, Waiting>();
  let last = 0;
  let gone = false;
  let before: Promise<unknown> = Promise.resolve();

  const end = (): void => {
    gone = true;
    for (const { fail } of open.values()) fail(lost());
    open.clear();
  };

  const settle = (id: number, frame: Frame): void => {
    const one = open.get(id);
    open.delete(id);
    one?.done(frame);
  };

  const send = (command: string): Promise<Frame> => {
    if (gone) return Promise.reject(lost());
    last += 1;
    const id = last;
    const timer = setTimeout(() => {
      end();
      child.kill();
    }, limit);
    const reply = new Promise<Frame>((done, fail) => open.set(id, { done, fail }));
    child.stdin.write(orderOf(id, command));
    return reply.finally(() => clearTimeout(timer));
  };

  const inTurn = (command: string): Promise<Frame> => {
    const reply = before.then(() => send(command));
    before = reply.catch(() => undefined);
    return reply;
  };

  const put: Orders['put'] = (words) => inTurn(quoteArgv(words));

  const ask: Orders['ask'] = async (question) => {
    const command = commandFor(question);
    return command === undefined ? 'unreadable' : inTurn(command).catch(() => 'unreadable' as const);
  };

  const close = async (): Promise<void> => {
    await before;
    child.stdin.end();
    await Promise.race([child.exited, new Promise((resolve) => setTimeout(resolve, grace).unref())]);
    end();
    child.kill();
  };

  const frames = readFrames(nonce, (id) => id === 0 || open.has(id), settle);
  child.stdout.on('data', frames.push);
  child.stdout.on('end', end);
  child.stdout.on('close', end);
  // what it still said comes first
  void child.exited.then(() => setTimeout(end, 200).unref());
  // a pipe whose other end is gone: that is told by the end of stdout
  child.stdin.on('error', () => undefined);
  child.stdout.on('error', () => undefined);
  child.stdin.write(`${answering(nonce, Math.ceil(farDeadline / 1000))}${changing}`);
  return { put, ask, close };
};
