import { Readable, type Transform } from 'node:stream';
import zlib from 'node:zlib';
import { InputError } from '../errors.ts';

type Bytes = AsyncIterable<Uint8Array>;

/** What is unpacked at once; bytes. */
const chunkSize = 256 * 1024;

/** A log that was cut while it was packed still tells what came before. */
const isCut = /unexpected end|ends unexpectedly|premature|truncated/i;

async function* throughNode(bytes: Bytes, name: string, program: string, unpack: Transform): Bytes {
  const source = Readable.from(bytes, { objectMode: false, highWaterMark: chunkSize });
  source.on('error', (error) => unpack.destroy(error));
  try {
    for await (const chunk of source.pipe(unpack)) yield chunk as Uint8Array;
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR') return;
    throw new InputError(
      `${name} is not a whole ${program} file`,
      `unpack it with \`${program} -dc\` to see what is wrong`,
    );
  }
}

async function* throughProgram(bytes: Bytes, name: string, program: string): Bytes {
  const { execa } = await import('execa');
  const child = execa(program, ['-dc'], {
    // in C: what it says of a cut file is read
    env: { LC_ALL: 'C' },
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
    buffer: { stdout: false, stderr: true },
    reject: false,
  });
  // it may end before it has read all
  child.stdin.on('error', () => undefined);
  const source = Readable.from(bytes, { objectMode: false, highWaterMark: chunkSize });
  let unread: unknown;
  source.on('error', (error) => {
    unread = error;
    child.stdin.end();
  });
  source.pipe(child.stdin);
  for await (const chunk of child.iterable({ from: 'stdout', binary: true, preserveNewlines: true })) yield chunk;
  const { code, failed, stderr } = await child;
  if (unread !== undefined) throw unread;
  if (code === 'ENOENT')
    throw new InputError(
      `${name} is packed with ${program}, which is not installed here`,
      `install ${program === 'xz' ? 'xz-utils (Debian, Ubuntu) or xz' : program}, or unpack the file elsewhere`,
    );
  if (failed && !isCut.test(stderr))
    throw new InputError(
      `${name} is not a whole ${program} file`,
      `unpack it with \`${program} -dc\` to see what is wrong`,
    );
}

/** Node learned zstd in 22.15. */
const zstdOfNode = (zlib as { readonly createZstdDecompress?: (options: object) => Transform }).createZstdDecompress;

/** gzip by Node, everything else by the program of its name where Node does not know it. */
export const decoded = (bytes: Bytes, name: string, kind: string): Bytes => {
  if (kind === 'gzip') return throughNode(bytes, name, kind, zlib.createGunzip({ chunkSize }));
  if (kind === 'zstd' && zstdOfNode !== undefined) return throughNode(bytes, name, kind, zstdOfNode({ chunkSize }));
  return throughProgram(bytes, name, kind);
};
