import { fstatSync, readSync, statSync, writeSync } from 'node:fs';
import type { In, Out } from './world.ts';

/**
 * Standard input and output where they are no terminal, without Node's streams:
 * to load those takes longer than to read most logs.
 */

/** A pipe, a socket or a file, or /dev/null; not a terminal. */
const isPlain = (fd: number): boolean => {
  try {
    const stat = fstatSync(fd);
    return !stat.isCharacterDevice() || stat.rdev === statSync('/dev/null').rdev;
  } catch {
    return false;
  }
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** A pipe that somebody else set to be non-blocking is full: wait a little. */
const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);

const writeAll = (fd: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      pause();
    }
  }
};

/** `| head` ends quietly, as every tool does. */
const isClosedPipe = (error: unknown): boolean => codeOf(error) === 'EPIPE';

const plainOut = (fd: number): Out => ({
  write: (text) => {
    try {
      writeAll(fd, typeof text === 'string' ? Buffer.from(text) : text);
    } catch (error) {
      if (!isClosedPipe(error)) throw error;
      process.exit(process.exitCode ?? 0);
    }
  },
});

const streamOut = (stream: NodeJS.WriteStream): Out => {
  stream.on('error', (error: Error) => {
    if (isClosedPipe(error)) process.exit(process.exitCode ?? 0);
    throw error;
  });
  return stream;
};

export const standardOut = (): Out => (isPlain(1) ? plainOut(1) : streamOut(process.stdout));
export const standardError = (): Out => (isPlain(2) ? plainOut(2) : streamOut(process.stderr));

const chunkSize = 64 * 1024;

async function* plainChunks(): AsyncGenerator<Uint8Array> {
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunkSize);
    let size: number;
    try {
      size = readSync(0, chunk, 0, chunkSize, null);
    } catch (error) {
      if (codeOf(error) === 'EOF') return;
      // not a blocking pipe, or nothing that can be read so: Node's own way
      yield* process.stdin as AsyncIterable<Uint8Array>;
      return;
    }
    if (size === 0) return;
    yield chunk.subarray(0, size);
  }
}

export const standardIn = (): In =>
  isPlain(0)
    ? { [Symbol.asyncIterator]: plainChunks }
    : (process.stdin as AsyncIterable<Uint8Array> & { isTTY?: boolean });
