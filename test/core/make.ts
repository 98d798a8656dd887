import type { Notable } from '../../src/core/match/notable.ts';
import { compileRule, type RawRule } from '../../src/core/rules/compile-rule.ts';
import type { Mark } from '../../src/core/segment/marks.ts';
import type { Entry, Hit, Rule, Suspect } from '../../src/core/types.ts';
import { compilePattern } from '../../src/rulebook/pattern.ts';

/** The least of each thing that the core handles; a test writes down only what it is about. */
export const entryWith = (some: Partial<Entry> = {}): Entry => ({
  source: 'x',
  line: 1,
  speaker: 'daemon',
  text: 'a message',
  ...some,
});

export const rawRule: RawRule = {
  id: 'group/slug',
  title: 'Something is wrong on the host',
  symptoms: [{ line: 'something is wrong' }],
  explain: 'Because.',
  fixes: [{ title: 'Mend it', risk: 'safe', steps: [{ say: 'Mend it by hand.' }] }],
  references: ['https://docs.docker.com/'],
  examples: { hit: ['something is wrong'], miss: ['something is right'] },
};

export const ruleWith = (some: Partial<RawRule> = {}): Rule => compileRule({ ...rawRule, ...some }, compilePattern);

export const hitWith = (some: Partial<Hit> = {}): Hit => ({
  rule: 'group/slug',
  symptom: 0,
  weight: 'states',
  entry: entryWith(),
  captures: {},
  start: 0,
  end: 9,
  partial: false,
  ...some,
});

export const suspectWith = (some: Partial<Suspect> = {}): Suspect => ({
  rule: ruleWith(),
  hits: [hitWith()],
  evidence: [],
  captures: {},
  place: 'now',
  ...some,
});

export const notableWith = (entry: Partial<Entry>, mark?: Mark, hits: readonly Hit[] = []): Notable => ({
  entry: entryWith(entry),
  order: entry.line ?? 1,
  hits,
  complaint: false,
  ...(mark && { mark }),
});
