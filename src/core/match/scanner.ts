import { block, hashAt, type Tables } from './tables.ts';

/** Finds many literals in bytes in one pass; ASCII letters in any case. The theory: match/README.md. */
export interface Scanner {
  /** Where some literal begins that stands wholly in the range: one in the first line that holds any; -1 for none. `least`: the first literal that counts. */
  readonly next: (bytes: Uint8Array, from: number, to: number, least?: number) => number;
  /** Calls back for each literal at each place, in the order of the places. */
  readonly each: (bytes: Uint8Array, from: number, to: number, onFound: (literal: number, at: number) => void) => void;
}

const fold = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

export const createScanner = (tables: Tables): Scanner => {
  const { window, shifts, heads, chain, places, text, starts } = tables;
  const full = window - block + 1;

  const stands = (literal: number, bytes: Uint8Array, at: number): boolean => {
    const start = starts[literal] as number;
    const length = (starts[literal + 1] as number) - start;
    for (let index = 0; index < length; index += 1) {
      if (fold[bytes[at + index] as number] !== text[start + index]) return false;
    }
    return true;
  };

  /** The next literal in a chain whose window ends with the block at `at`; 0 for none. */
  const verified = (from: number, to: number, bytes: Uint8Array, at: number, first: number, least = 0): number => {
    for (let one = first; one !== 0; one = chain[one - 1] as number) {
      const begin = beginOf(one - 1, at);
      const length = (starts[one] as number) - (starts[one - 1] as number);
      if (one > least && begin >= from && begin + length <= to && stands(one - 1, bytes, begin)) return one;
    }
    return 0;
  };

  const beginOf = (literal: number, at: number): number => at + block - window - (places[literal] as number);

  /** The next block, from `at` on, at which a window may end; `to` or more for none. */
  const candidate = (bytes: Uint8Array, from: number, to: number): number => {
    const last = to - block;
    let at = from;
    while (at <= last) {
      const shift = shifts[hashAt(bytes, at)] as number;
      // most blocks are in no window: the processor guesses this branch right and does not wait for the table
      if (shift === full) at += full;
      else if (shift !== 0) at += shift;
      else return at;
    }
    return to;
  };

  const next: Scanner['next'] = (bytes, from, to, least) => {
    for (let at = candidate(bytes, from + window - block, to); at < to; at = candidate(bytes, at + 1, to)) {
      const one = verified(from, to, bytes, at, heads[hashAt(bytes, at)] as number, least);
      if (one !== 0) return beginOf(one - 1, at);
    }
    return -1;
  };

  const each: Scanner['each'] = (bytes, from, to, onFound) => {
    const found: { literal: number; at: number }[] = [];
    for (let at = candidate(bytes, from + window - block, to); at < to; at = candidate(bytes, at + 1, to)) {
      let one = verified(from, to, bytes, at, heads[hashAt(bytes, at)] as number);
      while (one !== 0) {
        found.push({ literal: one - 1, at: beginOf(one - 1, at) });
        one = verified(from, to, bytes, at, chain[one - 1] as number);
      }
    }
    if (found.length > 1) found.sort((left, right) => left.at - right.at || left.literal - right.literal);
    for (const { literal, at } of found) onFound(literal, at);
  };

  return { next, each };
};
