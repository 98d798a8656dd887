import type { Scanner } from './scanner.ts';

/** Calls back for each literal at each place of a text, in the order of the places. */
export type Places = (text: string, onFound: (literal: number, at: number) => void) => void;

/** Texts come as characters, the scanner reads bytes: one buffer for all of them. */
export const createPlaces = (scanner: Scanner): Places => {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let bytes = new Uint8Array(16 * 1024);

  /** How many characters stand before a byte. */
  const charactersAt = (at: number): number => decoder.decode(bytes.subarray(0, at)).length;

  return (text, onFound) => {
    if (bytes.length < text.length * 3) bytes = new Uint8Array(text.length * 3);
    const { written } = encoder.encodeInto(text, bytes);
    const isAscii = written === text.length;
    scanner.each(bytes, 0, written, (literal, at) => onFound(literal, isAscii ? at : charactersAt(at)));
  };
};
