import type { Readable, Writable } from 'node:stream';

/** A program that is talked with. */
export interface Child {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Comes with the end of the process; undefined where a signal ended it. */
  readonly exited: Promise<number | undefined>;
  readonly stderr: () => string;
  /** Ends it, and waits for nothing of it any more. */
  readonly kill: () => void;
  /** The program does not stay for its sake. */
  readonly unref: () => void;
}

const mostStderr = 16 * 1024;

/** `apart`: not of this terminal, whose Ctrl-C does not reach it, and that it can ask nothing. */
export const startChild = async (command: string, args: readonly string[], apart = false): Promise<Child> => {
  const { execa } = await import('execa');
  const child = execa(command, args, {
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
    buffer: false,
    reject: false,
    detached: apart,
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-mostStderr);
  });
  // 'exit', not 'close': what it started may live on and keep the pipes open
  const exited = new Promise<number | undefined>((resolve) => {
    child.once('exit', (code) => resolve(code ?? undefined));
    child.once('error', (error) => {
      stderr += error.message;
      resolve(undefined);
    });
  });
  child.catch(() => undefined);
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    exited,
    stderr: () => stderr,
    kill: () => {
      child.kill('SIGTERM');
      for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.destroy();
      child.unref();
    },
    unref: () => {
      child.unref();
      for (const pipe of [child.stdin, child.stdout, child.stderr])
        if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
    },
  };
};
