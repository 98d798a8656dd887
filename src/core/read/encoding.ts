export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** utf-16 by its mark, or by the NUL in every other byte of the beginning. */
export const encodingOf = (head: Uint8Array): Encoding => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const size = Math.min(head.length, 512) & ~1;
  if (size < 8) return 'utf-8';
  let odd = 0;
  let even = 0;
  for (let at = 0; at < size; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (odd > size * 0.35 && even < size * 0.05) return 'utf-16le';
  return even > size * 0.35 && odd < size * 0.05 ? 'utf-16be' : 'utf-8';
};

/** Bytes of one encoding as UTF-8 without its mark; the first chunk decides. `end` gives what was held back. */
export interface Transcoder {
  readonly push: (chunk: Uint8Array) => Uint8Array;
  readonly end: () => Uint8Array;
}

const utf8: Transcoder = { push: (chunk) => chunk, end: () => new Uint8Array() };

const fromUtf16 = (encoding: Encoding): Transcoder => {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return {
    push: (chunk) => encoder.encode(decoder.decode(chunk, { stream: true })),
    end: () => encoder.encode(decoder.decode()),
  };
};

export const transcoderFor = (head: Uint8Array): Transcoder => {
  const encoding = encodingOf(head);
  return encoding === 'utf-8' ? utf8 : fromUtf16(encoding);
};

/** The mark of UTF-8 says nothing of the text. */
export const markLength = (head: Uint8Array): number =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
