import type { CauseId, Rule } from '../types.ts';

/** What the matcher wants of a rule. */
export type Accuser = Pick<Rule, 'id' | 'symptoms' | 'unless'>;

/** All rules, of which most are never looked at: each is read when it is wanted. */
export interface Shelf {
  /** In their order. */
  readonly ids: readonly CauseId[];
  /** The same as `rule`, or a part of it that is read sooner. */
  readonly accuser: (index: number) => Accuser;
  readonly rule: (index: number) => Rule;
  readonly all: () => readonly Rule[];
}

export const shelfOf = (rules: readonly Rule[]): Shelf => {
  const rule = (index: number): Rule => {
    const found = rules[index];
    if (found === undefined) throw new RangeError(`there is no rule ${index}`);
    return found;
  };
  return { ids: rules.map(({ id }) => id), accuser: rule, rule, all: () => rules };
};
