import { expect, test } from 'vitest';
import type { Finding, Rule } from '../../src/core/types.ts';
import { allRules, causesOf, diagnoseText } from '../diagnose-text.ts';

const ruleOf = (id: string): Rule | undefined => allRules.find((rule) => rule.id === id);

/** Two rules that claim one line must be told apart by something that is written down. */
const toldApart = (winner: Rule, first: Finding, rival: Rule, second: Finding): boolean =>
  first.verdict !== second.verdict ||
  winner.overrules?.includes(rival.id) === true ||
  (winner.frequency ?? 'usual') !== (rival.frequency ?? 'usual') ||
  first.evidence[0]?.text !== second.evidence[0]?.text ||
  // what a host would answer
  (winner.checks?.length ?? 0) + (rival.checks?.length ?? 0) > 0;

for (const rule of allRules) {
  test(`${rule.id}: each hit brings this cause up first, and its rivals are told apart`, () => {
    for (const text of rule.examples.hit) {
      const diagnosis = diagnoseText(text);
      expect(causesOf(diagnosis)[0], text).toBe(rule.id);
      const [first, ...others] = diagnosis.findings;
      for (const second of others) {
        const rival = ruleOf(second.cause);
        if (first === undefined || rival === undefined) continue;
        expect(toldApart(rule, first, rival, second), `${rule.id} and ${rival.id} on: ${text}`).toBe(true);
      }
    }
  });
}
