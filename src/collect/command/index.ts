import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { InputError } from '../../errors.ts';
import { hasPty, type Started, startInPty, type Terminal } from './pty.ts';
import { createTail } from './tail.ts';

export interface CommandOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Is standard error a terminal, and of what size? */
  readonly terminal?: Terminal;
  /** What the command writes to standard error is passed on as it comes. */
  readonly onStderr: (chunk: Uint8Array) => void;
}

export interface Ran {
  /** As a shell gives it: 128 and the number of the signal where one ended it. */
  readonly code: number;
  readonly signal?: string;
  /** The last of standard error. */
  readonly stderr: Uint8Array;
}

const startPlainly = (argv: readonly string[], { env }: CommandOptions): Started => {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, { stdio: ['inherit', 'inherit', 'pipe'], env: { ...env } });
  return { child, stderr: child.stderr as Readable, kill: (signal) => child.kill(signal), detached: false };
};

const start = (argv: readonly string[], options: CommandOptions): Started => {
  const { env, terminal } = options;
  return terminal !== undefined && hasPty() ? startInPty(argv, env, terminal) : startPlainly(argv, options);
};

/** A terminal sends these to us as well as to a command that shares our session. */
const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGWINCH'];

const forwarding = ({ kill, detached }: Started): (() => void) => {
  const handlers = signals.map((signal) => {
    const handler = (): void => {
      // in one session the terminal has told the command already
      const fromTerminal = signal === 'SIGINT' || signal === 'SIGQUIT' || signal === 'SIGWINCH';
      if (detached || !fromTerminal) kill(signal);
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => {
    for (const off of handlers) off();
  };
};

const errorOf = (program: string, error: Error): InputError => {
  const missing = 'code' in error && error.code === 'ENOENT';
  return new InputError(`${program} could not be run`, missing ? 'there is no such program in PATH' : error.message);
};

/**
 * Runs a command as if nobody watched: its input, output, colours and signals are its own. Only
 * what it writes to standard error is read on the side.
 */
export const runCommand = (argv: readonly string[], options: CommandOptions): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const tail = createTail();
    const started = start(argv, options);
    const stopForwarding = forwarding(started);
    started.stderr.on('data', (chunk: Uint8Array) => {
      tail.push(chunk);
      options.onStderr(chunk);
    });
    started.child.on('error', (error) => {
      stopForwarding();
      reject(errorOf(argv[0] ?? '', error));
    });
    started.child.on('close', async (code, signal) => {
      stopForwarding();
      const { constants: system } = await import('node:os');
      const number = signal === null ? 0 : system.signals[signal];
      resolve({ code: code ?? 128 + number, stderr: tail.bytes(), ...(signal !== null && { signal }) });
    });
  });
