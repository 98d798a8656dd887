import { fileSources } from './files.ts';
import type { Source } from './source.ts';
import { stdinIsGiven, stdinSource } from './stdin.ts';

export type { Source } from './source.ts';

/** A name that cannot be read is an input as well: the others are read all the same. */
const named = (name: string): readonly Source[] => {
  try {
    return fileSources(name);
  } catch (error) {
    return [{ name, chunks: () => failing(error) }];
  }
};

// biome-ignore lint/correctness/useYield: it has nothing to give
async function* failing(error: unknown): AsyncIterable<Uint8Array> {
  throw error;
}

/** What is to be read: the named files, `-` for stdin; without names a pipe. Nothing where it is the live host. */
export const sourcesOf = (names: readonly string[], stdin: AsyncIterable<Uint8Array>): readonly Source[] => {
  if (names.length === 0) return stdinIsGiven() ? [stdinSource(stdin)] : [];
  return names.flatMap((name) => (name === '-' ? [stdinSource(stdin)] : named(name)));
};
