import type { Readable } from 'node:stream';
import { fileSources } from './files.ts';
import { type JournalOptions, journalSource } from './journal.ts';
import type { Source } from './source.ts';
import { stdinIsGiven, stdinSource } from './stdin.ts';

export type { Source } from './source.ts';

/** What is to be read: the named files, `-` for stdin; without names a pipe, else this host's journal. */
export const sourcesOf = (names: readonly string[], stdin: Readable, journal: JournalOptions): readonly Source[] => {
  if (names.length === 0) return [stdinIsGiven() ? stdinSource(stdin) : journalSource(journal)];
  return names.flatMap((name) => (name === '-' ? [stdinSource(stdin)] : fileSources(name)));
};
