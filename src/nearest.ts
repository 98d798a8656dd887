/** Steps of one letter from one word to another (Levenshtein). */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [to, match] of [...other].entries()) {
      const replace = (row[to] ?? 0) + (letter === match ? 0 : 1);
      next.push(Math.min(replace, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** The known word that was probably meant, if any is near enough. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const short = word.slice(0, 64);
  const best = known
    .map((one) => ({ one, steps: one.startsWith(short) && short !== '' ? 1 : distance(short, one) }))
    .toSorted((left, right) => left.steps - right.steps)[0];
  return best !== undefined && best.steps <= Math.max(2, Math.floor(best.one.length / 3)) ? best.one : undefined;
};
