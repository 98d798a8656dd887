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
  else yield* (await import('./decoders.ts')).decoded(whole, name, kind);
}
