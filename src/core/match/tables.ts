/**
 * The tables of the scanner (match/scanner.ts; the theory is in match/README.md).
 * All of them are flat arrays, so that the build can write them to a file as
 * they are and a start has nothing to compute.
 */
export interface Tables {
  /** Bytes in a window: each literal is found by so many of its bytes. */
  readonly window: number;
  /** How far a block of three bytes lets the scan go on; 0 where a window may end. */
  readonly shifts: Uint8Array;
  /** By the hash of a window's last block: 1 + the first literal with this end; 0 for none. */
  readonly heads: Uint16Array;
  /** By literal: 1 + the next literal whose window ends in the same block. */
  readonly chain: Uint16Array;
  /** Where the window stands in each literal. */
  readonly places: Uint8Array;
  /** All literals behind one another, ASCII letters in lower case. */
  readonly text: Uint8Array;
  /** Where each literal begins in the text, and at last where the text ends. */
  readonly starts: Uint32Array;
}

/** Bytes in a block, the unit that is looked up. */
export const block = 3;

/** One slot for each hash of a block. */
export const slots = 1 << 16;

/**
 * Five bits of each byte, which leave the case of a letter out, and one that
 * tells a letter in the middle from a digit or a blank.
 */
export const hashAt = (bytes: Uint8Array, at: number): number => {
  const middle = bytes[at + 1] as number;
  return (
    (((bytes[at] as number) & 31) << 10) |
    ((middle & 31) << 5) |
    ((bytes[at + 2] as number) & 31) |
    ((middle & 64) << 9)
  );
};

/** ASCII only: what other letters do in another case differs by language. */
export const folded = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

/** How often each block stands in ordinary text, by its hash. */
export const blockCounts = (sample: Uint8Array): Uint32Array => {
  const counts = new Uint32Array(slots);
  for (let at = 0; at + block <= sample.length; at += 1) {
    const slot = hashAt(sample, at);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
};

/** The window is no longer than the shortest literal; longer ones than this win nothing. */
const widest = 10;

/** A window's last block costs a comparison each time it is seen, its other blocks a shorter step. */
const weightOfEnd = 4;

const costOf = (literal: Uint8Array, place: number, window: number, counts: Uint32Array): number => {
  let cost = 0;
  for (let at = place; at + block <= place + window; at += 1) {
    const weight = at + block === place + window ? weightOfEnd : 1;
    cost += weight * (counts[hashAt(literal, at)] ?? 0);
  }
  return cost;
};

/** Where the rarest bytes of a literal are. */
const placeOf = (literal: Uint8Array, window: number, counts: Uint32Array | undefined): number => {
  if (counts === undefined) return 0;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let place = 0; place + window <= Math.min(literal.length, 255); place += 1) {
    const cost = costOf(literal, place, window, counts);
    if (cost < least) [best, least] = [place, cost];
  }
  return best;
};

/** `sample`: ordinary text, in which windows should be rare. */
export const tablesOf = (literals: readonly string[], sample?: Uint8Array): Tables => {
  const encoder = new TextEncoder();
  const parts = literals.map((literal) => folded(encoder.encode(literal)));
  const window = Math.min(widest, ...parts.map((part) => part.length));
  if (window < block) throw new RangeError(`a literal is shorter than ${block} bytes`);
  const counts = sample === undefined ? undefined : blockCounts(sample);
  const full = window - block + 1;
  const tables: Tables = {
    window,
    shifts: new Uint8Array(slots).fill(full),
    heads: new Uint16Array(slots),
    chain: new Uint16Array(parts.length),
    places: Uint8Array.from(parts, (part) => placeOf(part, window, counts)),
    text: new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0)),
    starts: new Uint32Array(parts.length + 1),
  };
  for (const [index, part] of parts.entries()) enter(tables, index, part);
  return tables;
};

const enter = (
  { window, shifts, heads, chain, places, text, starts }: Tables,
  index: number,
  part: Uint8Array,
): void => {
  const start = starts[index] ?? 0;
  text.set(part, start);
  starts[index + 1] = start + part.length;
  const place = places[index] ?? 0;
  for (let at = 0; at + block <= window; at += 1) {
    const slot = hashAt(part, place + at);
    shifts[slot] = Math.min(shifts[slot] ?? 0, window - block - at);
  }
  const end = hashAt(part, place + window - block);
  chain[index] = heads[end] ?? 0;
  heads[end] = index + 1;
};
