/**
 * Bytes to pieces of lines. A piece is a whole line, or a part of an overlong
 * one, so memory is bounded whatever the input holds.
 */
export interface Piece {
  readonly text: string;
  /** Line number from 1. */
  readonly line: number;
  readonly first: boolean;
  readonly last: boolean;
}

export interface Decoder {
  readonly push: (chunk: Uint8Array) => void;
  readonly end: () => void;
}

/** An overlong line is handed on in parts of this many characters. */
export const longestPiece = 64 * 1024;

/** utf-16 by its mark, or by the NUL in every other byte of the beginning. */
export const encodingOf = (head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
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

/** Cuts decoded text at line ends; a lone CR (a progress bar) ends a piece, not a line. */
const createSplitter = (onPiece: (piece: Piece) => void): { push: (text: string) => void; end: () => void } => {
  let rest = '';
  let line = 1;
  let first = true;

  const emit = (text: string, last: boolean): void => {
    const parts = text.includes('\r') ? text.replace(/\r+$/, '').split(/\r+/) : [text];
    for (const [index, part] of parts.entries()) {
      const ends = index < parts.length - 1 || last;
      onPiece({ text: part, line, first: index > 0 || first, last: ends });
    }
    first = last;
    if (last) line += 1;
  };

  const emitParts = (): void => {
    while (rest.length > longestPiece) {
      emit(rest.slice(0, longestPiece), false);
      rest = rest.slice(longestPiece);
    }
  };

  const push = (text: string): void => {
    let from = 0;
    for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
      rest += text.slice(from, to);
      emitParts();
      emit(rest, true);
      rest = '';
      from = to + 1;
    }
    rest += text.slice(from);
    emitParts();
  };

  const end = (): void => {
    if (rest !== '' || !first) emit(rest, true);
  };
  return { push, end };
};

export const createDecoder = (onPiece: (piece: Piece) => void): Decoder => {
  const splitter = createSplitter(onPiece);
  let decoder: TextDecoder | undefined;

  const push = (chunk: Uint8Array): void => {
    decoder ??= new TextDecoder(encodingOf(chunk));
    splitter.push(decoder.decode(chunk, { stream: true }));
  };
  const end = (): void => {
    if (decoder) splitter.push(decoder.decode());
    splitter.end();
  };
  return { push, end };
};
