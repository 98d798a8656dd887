import type { Quiet } from './quiet.ts';

/**
 * A piece is a whole line, or a part of an overlong one, so memory is bounded
 * whatever the input holds.
 */
export interface Piece {
  readonly text: string;
  /** Line number from 1. */
  readonly line: number;
  readonly first: boolean;
  readonly last: boolean;
  /** The end of what stood before this part in an overlong line. */
  readonly before?: string;
  /** Whether the line holds a literal, where its bytes were scanned. */
  readonly isInteresting?: boolean;
}

/** Tells which lines need not be decoded. */
export interface Gate {
  /** Where a literal begins that stands wholly in the range, one in the first line that holds any; or -1. */
  readonly next: (bytes: Uint8Array, from: number, to: number) => number;
  /** A line that holds no literal and opens no frame need not be read now ... */
  readonly isIdle: () => boolean;
  /** ... if it has a stamp of its own. */
  readonly isReaching: () => boolean;
  readonly passOver: () => void;
  /** The rest of an overlong line is wanted even without a literal. */
  readonly wantsRest: () => boolean;
  readonly isTable: () => boolean;
  /** Does the range hold a literal that matters in a line of this level? Docker's name alone does not. */
  readonly isTelling: (bytes: Uint8Array, from: number, to: number, level: Quiet['level']) => boolean;
  /** Takes note of a line without reading it. */
  readonly quiet: ((line: Quiet) => void) | undefined;
}

/** An overlong line is handed on in parts of this many bytes. */
export const longestPiece = 64 * 1024;

/** The first lines of a text are always read. */
export const alwaysRead = 4;
