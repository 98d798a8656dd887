import { accuse, diagnose, openCase, openRulebook, type Rulebook } from '../src/core/diagnose.ts';
import type { AskedQuery, Diagnosis, Rule } from '../src/core/types.ts';
import { ownRuleFiles, readRule } from '../src/rulebook/read-rules.ts';

/** The rules as they stand in the checkout, not as they were last built. */
export const allRules: readonly Rule[] = ownRuleFiles('rules').flatMap((file) => readRule(file).rule ?? []);

/** A fixed clock: logs print months without a year. */
export const now = Date.parse('2026-11-24T12:00:00Z');

const opened = new Map<readonly Rule[], Rulebook>();

const rulebookOf = (rules: readonly Rule[]): Rulebook => {
  const known = opened.get(rules) ?? openRulebook(rules);
  opened.set(rules, known);
  return known;
};

export const diagnoseBytes = (
  bytes: Uint8Array,
  rules: readonly Rule[] = allRules,
  answers: readonly AskedQuery[] = [],
): Diagnosis => {
  const open = openCase('test', rulebookOf(rules));
  open.reader.push(bytes);
  open.reader.end();
  return diagnose(open, accuse(open, now), { answers, live: false });
};

export const diagnoseText = (text: string, rules?: readonly Rule[], answers?: readonly AskedQuery[]): Diagnosis =>
  diagnoseBytes(new TextEncoder().encode(text), rules, answers);

/** The causes that stand, first the answer. */
export const causesOf = ({ findings }: Diagnosis): readonly string[] =>
  findings.filter(({ verdict }) => verdict !== 'refuted').map(({ cause }) => cause);
