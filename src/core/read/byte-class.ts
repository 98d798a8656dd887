/** A set of ASCII bytes, as a table: 1 for those that are in it. */
export type ByteClass = Uint8Array;

export const classOf = (pattern: RegExp): ByteClass =>
  Uint8Array.from({ length: 256 }, (_, byte) => Number(byte < 128 && pattern.test(String.fromCharCode(byte))));

/** All bytes that are not printable ASCII, and those of the pattern. */
export const doubtfulOf = (pattern: RegExp): ByteClass =>
  Uint8Array.from(classOf(pattern), (is, byte) => (byte < 32 || byte > 126 ? 1 : is));

export const has = (set: ByteClass, byte: number | undefined): boolean => byte !== undefined && set[byte] === 1;

/** Behind the bytes of a class, at most so many. */
export const skip = (set: ByteClass, bytes: Uint8Array, from: number, most: number): number => {
  let at = from;
  while (at < from + most && has(set, bytes[at])) at += 1;
  return at;
};

export const startsWith = (bytes: Uint8Array, at: number, text: Uint8Array): boolean => {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
  return true;
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const digit = classOf(/\d/);
