import { type Transcoder, transcoderFor } from './encoding.ts';
import { createLineCutter, type LineCutter } from './line-cutter.ts';
import type { Gate, Piece } from './piece.ts';

export type { Gate, Piece } from './piece.ts';

export interface Decoder {
  readonly push: (chunk: Uint8Array) => void;
  readonly end: () => void;
}

/** Bytes of any encoding to pieces of lines. With a gate only the lines that it lets through are decoded. */
export const createDecoder = (onPiece: (piece: Piece) => void, gate?: Gate): Decoder => {
  const cutter: LineCutter = createLineCutter(onPiece, gate);
  let transcoder: Transcoder | undefined;
  return {
    push: (chunk) => {
      transcoder ??= transcoderFor(chunk);
      cutter.push(transcoder.push(chunk));
    },
    end: () => {
      if (transcoder !== undefined) cutter.push(transcoder.end());
      cutter.end();
    },
  };
};
