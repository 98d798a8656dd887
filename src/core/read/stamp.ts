/**
 * `Nov 23 08:24:56` and `2026-11-23T08:24:56`, ASCII alone: a line that begins
 * so is a record of its own and not the rest of another.
 */
const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57;
const isLetter = (code: number | undefined): boolean =>
  code !== undefined && (code | 32) >= 97 && (code | 32) <= 122 && code < 128;

const blank = 32;
const colon = 58;
const dash = 45;

const isClock = (codes: ArrayLike<number>, at: number): boolean =>
  codes[at + 2] === colon && codes[at + 5] === colon && isDigit(codes[at]) && isDigit(codes[at + 3]);

/** `Nov 23 08:24:56` */
export const isShort = (codes: ArrayLike<number>, at: number): boolean =>
  codes[at + 3] === blank &&
  codes[at + 6] === blank &&
  isDigit(codes[at + 5]) &&
  isLetter(codes[at]) &&
  isLetter(codes[at + 2]) &&
  isLetter(codes[at + 1]) &&
  isClock(codes, at + 7);

const isIso = (codes: ArrayLike<number>, at: number): boolean =>
  codes[at + 4] === dash &&
  codes[at + 7] === dash &&
  (codes[at + 10] === blank || codes[at + 10] === 84) &&
  [0, 1, 2, 3].every((place) => isDigit(codes[at + place])) &&
  isClock(codes, at + 11);

/** Codes of bytes or of characters. */
export const isStampedAt = (codes: ArrayLike<number>, at: number): boolean => isShort(codes, at) || isIso(codes, at);

const longest = 24;

export const isStamped = (text: string): boolean =>
  isStampedAt(
    Array.from({ length: Math.min(text.length, longest) }, (_, at) => text.charCodeAt(at)),
    0,
  );
