import { expect, test } from 'vitest';
import { createBeginnings, leastBeginning } from '../../../src/core/match/beginnings.ts';
import { patternOf, signsOf } from '../../../src/core/match/signs.ts';
import { prefixForm } from '../../../src/core/rules/prefix-form.ts';
import { shelfOf } from '../../../src/core/rules/shelf.ts';
import { allRules } from '../../diagnose-text.ts';

const signs = signsOf(allRules);
const mayBegin = createBeginnings(shelfOf(allRules), signs);

const forms = Array.from({ length: signs.count }, (_, index) => {
  const target = signs.target(index);
  const rule = allRules[target.rule];
  const line = rule && target.kind === 'symptom' ? patternOf(rule, target)?.line : undefined;
  return line === undefined ? undefined : new RegExp(prefixForm(line), 'i');
});

/** The symptoms of which the text may be the beginning, each of them tried. */
const tried = (text: string): readonly number[] =>
  forms.flatMap((form, index) => {
    const found = form?.exec(text) ?? null;
    const is = found !== null && found[0].length >= leastBeginning && found.index + found[0].length === text.length;
    return is ? [index] : [];
  });

test('a lead stands in whatever a symptom may begin with', { timeout: 300_000 }, () => {
  for (const rule of allRules) {
    const [hit = ''] = rule.examples.hit;
    const text = hit.slice(hit.indexOf(': ') + 1);
    for (let end = leastBeginning; end <= Math.min(text.length, 80); end += 33) {
      const head = text.slice(0, end);
      expect(mayBegin(head)).toEqual(expect.arrayContaining([...tried(head)]));
    }
  }
});
