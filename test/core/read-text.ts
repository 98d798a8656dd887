import { createReader, type Interest } from '../../src/core/read/index.ts';
import type { Entry } from '../../src/core/types.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const pieces = (bytes: Uint8Array, size: number): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );

/** The entries of bytes that arrive in chunks of one size. */
export const readBytes = (bytes: Uint8Array, size = bytes.length, interest?: Interest): readonly Entry[] => {
  const entries: Entry[] = [];
  const reader = createReader('x', (entry) => void entries.push(entry), interest);
  for (const chunk of pieces(bytes, Math.max(1, size))) reader.push(chunk);
  reader.end();
  return entries;
};

export const readText = (text: string): readonly Entry[] => readBytes(bytesOf(text));

/** The only entry of one line. */
export const readLine = (line: string): Entry => {
  const [entry, second] = readText(line);
  if (entry === undefined || second !== undefined) throw new Error(`not one entry: ${line}`);
  return entry;
};
