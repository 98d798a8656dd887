import type { CauseId, Rule } from '../types.ts';

/** All rules, of which most are never looked at: each is read when it is wanted. */
export interface Shelf {
  /** In their order. */
  readonly ids: readonly CauseId[];
  readonly rule: (index: number) => Rule;
  readonly all: () => readonly Rule[];
}

export const shelfOf = (rules: readonly Rule[]): Shelf => ({
  ids: rules.map(({ id }) => id),
  rule: (index) => {
    const rule = rules[index];
    if (rule === undefined) throw new RangeError(`there is no rule ${index}`);
    return rule;
  },
  all: () => rules,
});
