/**
 * Finds many literal texts in one pass: a table of the first four characters
 * says at which places a closer look pays.
 */
export interface Needles {
  /** Calls back with the index of each literal and the place where it stands. */
  readonly find: (lowerCase: string, onFound: (literal: number, at: number) => void) => void;
  readonly has: (lowerCase: string) => boolean;
}

const width = 4;
const tableSize = 1 << 16;

const hash = (text: string, at: number): number =>
  ((text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2)) * 31 + text.charCodeAt(at + 3);

interface Table {
  readonly marked: Uint8Array;
  readonly buckets: ReadonlyMap<number, readonly number[]>;
}

const tableOf = (literals: readonly string[]): Table => {
  const marked = new Uint8Array(tableSize);
  const buckets = new Map<number, number[]>();
  for (const [index, literal] of literals.entries()) {
    const slot = hash(literal, 0) & (tableSize - 1);
    marked[slot] = 1;
    const bucket = buckets.get(slot);
    if (bucket === undefined) buckets.set(slot, [index]);
    else bucket.push(index);
  }
  return { marked, buckets };
};

export const createNeedles = (literals: readonly string[]): Needles => {
  const { marked, buckets } = tableOf(literals);
  /** Stops where the callback says so. */
  const scan = (text: string, onFound: (literal: number, at: number) => boolean): boolean => {
    for (let at = 0; at + width <= text.length; at += 1) {
      const slot = hash(text, at) & (tableSize - 1);
      if (marked[slot] === 0) continue;
      for (const index of buckets.get(slot) ?? []) {
        if (text.startsWith(literals[index] ?? '', at) && onFound(index, at)) return true;
      }
    }
    return false;
  };
  return {
    find: (text, onFound) =>
      void scan(text, (index, at) => {
        onFound(index, at);
        return false;
      }),
    has: (text) => scan(text, () => true),
  };
};
