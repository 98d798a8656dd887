import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '../errors.ts';

type Bytes = AsyncIterable<Uint8Array>;

async function* gunzipped(bytes: Bytes, name: string): Bytes {
  const unzip = Readable.from(bytes).pipe(createGunzip());
  try {
    for await (const chunk of unzip) yield chunk as Uint8Array;
  } catch (error) {
    // a log that was cut while it was compressed still tells what came before
    if (error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR') return;
    throw new InputError(`${name} is not a whole gzip file`, 'unpack it with `gzip -dc` to see what is wrong');
  }
}

async function* throughProgram(bytes: Bytes, name: string, program: string): Bytes {
  const { execa } = await import('execa');
  const child = execa(program, ['-dc'], {
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'ignore',
    buffer: false,
    reject: false,
  });
  Readable.from(bytes)
    .pipe(child.stdin)
    .on('error', () => undefined);
  for await (const chunk of child.iterable({ from: 'stdout', binary: true, preserveNewlines: true })) yield chunk;
  const { failed } = await child;
  if (failed)
    throw new InputError(
      `${name} could not be unpacked with ${program}`,
      `is ${program} installed, is the file whole?`,
    );
}

/** gzip by Node, everything else by the program of its name. */
export const decoded = (bytes: Bytes, name: string, kind: string): Bytes =>
  kind === 'gzip' ? gunzipped(bytes, name) : throughProgram(bytes, name, kind);
