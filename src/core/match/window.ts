/**
 * The neighbourhood of a literal: patterns are run on this much text and no
 * more, so that the cost of a line does not depend on its length.
 */
export interface Window {
  readonly text: string;
  /** Where the window begins in the whole text. */
  readonly from: number;
}

const reach = 2048;

export const windowAt = (text: string, at: number): Window => {
  if (text.length <= 2 * reach) return { text, from: 0 };
  const from = Math.max(0, at - reach);
  return { text: text.slice(from, at + reach), from };
};
