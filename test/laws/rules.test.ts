import { expect, test } from 'vitest';
import { createMatcher } from '../../src/core/match/matcher.ts';
import { createReader } from '../../src/core/read/index.ts';
import type { Hit, Rule } from '../../src/core/types.ts';
import { ownRuleFiles, readRule } from '../../src/rulebook/read-rules.ts';
import { allRules, causesOf, diagnoseText } from '../diagnose-text.ts';
import { allSampleTexts } from './samples.ts';
import { missing, taxonomy } from './taxonomy.ts';

const hitsIn = (rule: Rule, text: string): readonly Hit[] => {
  const match = createMatcher([rule]);
  const hits: Hit[] = [];
  const reader = createReader('example', (entry) => hits.push(...(match(entry)?.hits ?? [])));
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return hits;
};

test('every rule file is valid and stands at the path of its id', () => {
  const files = ownRuleFiles('rules');
  expect(files.length).toBeGreaterThan(40);
  for (const file of files) {
    const { rule, problems } = readRule(file);
    expect(problems, file).toEqual([]);
    expect(`rules/${rule?.id}.yaml`).toBe(file);
  }
});

test('every cause of the taxonomy has a rule or stands on the list of those missing, and no rule is outside it', () => {
  const ids = allRules.map(({ id }) => id as string);
  expect(ids.filter((id) => !taxonomy.includes(id))).toEqual([]);
  expect(taxonomy.filter((id) => !ids.includes(id)).toSorted()).toEqual([...missing].toSorted());
});

test('overrules names causes of the taxonomy', () => {
  const unknown = allRules.flatMap(({ id, overrules = [] }) =>
    overrules.filter((one) => !taxonomy.includes(one)).map((one) => `${id} -> ${one}`),
  );
  expect(unknown).toEqual([]);
});

for (const rule of allRules) {
  test(`${rule.id}: hits hit, misses miss`, () => {
    for (const text of rule.examples.hit) expect(hitsIn(rule, text).length, text).toBeGreaterThan(0);
    for (const text of rule.examples.miss) expect(causesOf(diagnoseText(text, [rule])), text).toEqual([]);
  });
}

test('every symptom is hit by an example or a sample', () => {
  const texts = [...allRules.flatMap(({ examples }) => examples.hit), ...allSampleTexts];
  const match = createMatcher(allRules);
  const seen = new Set<string>();
  for (const text of texts) {
    const reader = createReader('example', (entry) => {
      for (const { rule, symptom } of match(entry)?.hits ?? []) seen.add(`${rule} ${symptom}`);
    });
    reader.push(new TextEncoder().encode(text));
    reader.end();
  }
  const unhit = allRules.flatMap(({ id, symptoms }) =>
    symptoms.flatMap(({ line }, index) => (seen.has(`${id} ${index}`) ? [] : [`${id}: ${line}`])),
  );
  expect(unhit).toEqual([]);
});
