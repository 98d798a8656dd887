import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '../errors.ts';

type Bytes = AsyncIterable<Uint8Array>;

/** What the first bytes say; never the file's name. */
const kinds: readonly (readonly [readonly number[], string])[] = [
  [[0x1f, 0x8b], 'gzip'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz'],
  [[0x42, 0x5a, 0x68], 'bzip2'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd'],
  [[0x4c, 0x50, 0x4b, 0x53, 0x48, 0x48, 0x52, 0x48], 'journal'],
];

const kindOf = (head: Uint8Array): string | undefined =>
  kinds.find(([magic]) => magic.every((byte, index) => head[index] === byte))?.[1];

async function* withFirst(first: Uint8Array, rest: AsyncIterator<Uint8Array>): Bytes {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

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

/** Enough bytes to know what they are; a pipe may bring fewer at first. */
const headOf = async (bytes: AsyncIterator<Uint8Array>): Promise<Uint8Array> => {
  let head: Uint8Array = new Uint8Array();
  while (head.length < 8) {
    const next = await bytes.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return head;
};

/** Compressed logs are unpacked on the way, by their content. */
export async function* unpacked(bytes: Bytes, name: string): Bytes {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await headOf(iterator);
  if (first.length === 0) return;
  const kind = kindOf(first);
  const whole = withFirst(first, iterator);
  if (kind === 'journal') {
    throw new InputError(
      `${name} is a binary journal file`,
      `journalctl --file ${name} -u docker.service --no-pager | docker-why`,
    );
  }
  if (kind === undefined) yield* whole;
  else yield* kind === 'gzip' ? gunzipped(whole, name) : throughProgram(whole, name, kind);
}
