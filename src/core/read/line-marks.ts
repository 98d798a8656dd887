import { isShort } from './stamp.ts';

/**
 * Where the lines of a run of bytes begin, and which of them have to be read
 * whatever they hold: empty ones, those that may open a frame (JSON, a field
 * block, a status view), those with a CR inside.
 */
export interface LineMarks {
  /** `starts[count]` is where the last line ends. */
  readonly starts: Int32Array;
  /** Indexes of the lines that have to be read. */
  readonly special: Int32Array;
  count: number;
  specials: number;
}

const lineFeed = 10;
const return_ = 13;
const blank = 32;

export const createMarks = (capacity: number): LineMarks => ({
  starts: new Int32Array(capacity + 1),
  special: new Int32Array(capacity),
  count: 0,
  specials: 0,
});

/** What the first byte of a line says: 0 nothing, 1 look closer, 2 it has to be read. */
const firstByte = new Uint8Array(256);
for (const mark of ['[', '{', '_', '>', '\u001e', '\n', '\v', '\f', '\r']) firstByte[mark.charCodeAt(0)] = 2;
// `data: `, and blanks before a bracket
for (const mark of ['d', ' ', '\t']) firstByte[mark.charCodeAt(0)] = 1;
// blanks beyond ASCII begin with these
for (const lead of [0xc2, 0xe1, 0xe2, 0xe3, 0xef]) firstByte[lead] = 2;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

const isBlank = (byte: number | undefined): boolean => byte === blank || byte === 9;

const opensBehindBlanks = (bytes: Uint8Array, from: number): boolean => {
  let at = from;
  while (isBlank(bytes[at])) at += 1;
  return firstByte[bytes[at] as number] === 2;
};

const isData = (bytes: Uint8Array, at: number): boolean => bytes[at + 1] === 97 && bytes[at + 4] === 58;

/** Does `.se` or `.so` begin here? */
const isSuffix = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 46 && bytes[at + 1] === 115 && (bytes[at + 2] === 101 || bytes[at + 2] === 111);

/** `[s=` within the next bytes: the head of `journalctl -o verbose`. */
const hasCursor = (bytes: Uint8Array, from: number): boolean => {
  for (let at = from; at < from + 80; at += 1) {
    if (bytes[at] === lineFeed) return false;
    if (bytes[at] === 91 && bytes[at + 1] === 115 && bytes[at + 2] === 61) return true;
  }
  return false;
};

/** A unit's name, or a date, in the first word or in the second behind a short one. */
const wordsOpen = (bytes: Uint8Array, from: number, to: number): boolean => {
  let at = from;
  for (let word = 0; word < 2; word += 1) {
    const begin = at;
    if (word > 0 && isDigit(bytes[at]) && bytes[at + 4] === 45) return hasCursor(bytes, at);
    for (; at < to && bytes[at] !== blank && bytes[at] !== lineFeed; at += 1) {
      if (isSuffix(bytes, at)) return true;
    }
    if (at - begin > 64 || bytes[at] !== blank) return false;
    at += 1;
  }
  return false;
};

/** May the line open a frame? Rather yes than no: who reads it looks again. */
export const mayOpen = (bytes: Uint8Array, at: number, to: number): boolean => {
  const first = firstByte[bytes[at] as number] as number;
  if (first === 2) return true;
  if (first === 1 && (isData(bytes, at) || opensBehindBlanks(bytes, at))) return true;
  return !isShort(bytes, at) && wordsOpen(bytes, at, to);
};

const high = 0x80808080 | 0;
const least = 0x0e0e0e0e;

/**
 * Marks the lines of bytes[from, to), which begins and ends with a line. Four
 * bytes at a time: most words hold no byte below 14, as line ends are.
 */
export const markLines = (marks: LineMarks, bytes: Uint8Array, words: Int32Array, from: number, to: number): void => {
  const { starts, special } = marks;
  let count = 0;
  let specials = 0;

  const begin = (at: number): void => {
    starts[count] = at;
    if (at < to && mayOpen(bytes, at, to)) {
      special[specials] = count;
      specials += 1;
    }
  };

  const low = (at: number): void => {
    const byte = bytes[at];
    if (byte === lineFeed) {
      count += 1;
      begin(at + 1);
    } else if (byte === return_ && bytes[at + 1] !== lineFeed && special[specials - 1] !== count) {
      special[specials] = count;
      specials += 1;
    }
  };

  begin(from);
  const firstWord = Math.min((from + 3) >> 2, to >> 2);
  const lastWord = to >> 2;
  for (let at = from; at < firstWord << 2; at += 1) low(at);
  for (let word = firstWord; word < lastWord; word += 1) {
    const four = words[word] as number;
    if (((((four | high) - least) | four) & high) === high) continue;
    for (let at = word << 2; at < (word + 1) << 2; at += 1) low(at);
  }
  for (let at = Math.max(from, lastWord << 2); at < to; at += 1) low(at);
  marks.count = count;
  marks.specials = specials;
};
