import { createMarks, type LineMarks } from './line-marks.ts';

/** Where a text is cut into lines. */
export interface Desk {
  readonly bytes: Uint8Array;
  /** The same bytes, four at a time. */
  readonly words: Int32Array;
  readonly marks: LineMarks;
}

/** Bytes that lie on a desk at once. */
export const capacity = 256 * 1024;

/** Desks that nobody works at: thousands of small inputs share one. */
const free: Desk[] = [];

const createDesk = (): Desk => {
  const bytes = new Uint8Array(capacity);
  return { bytes, words: new Int32Array(bytes.buffer), marks: createMarks(capacity) };
};

export const takeDesk = (): Desk => free.pop() ?? createDesk();

export const giveBack = (desk: Desk): void => void free.push(desk);
