import { expect, test } from 'vitest';
import { createMatcher } from '../../../src/core/match/matcher.ts';
import type { RawRule } from '../../../src/core/rules/compile-rule.ts';
import type { Entry, Level, Speaker } from '../../../src/core/types.ts';
import { entryWith, ruleWith } from '../make.ts';

const matched = (some: Partial<RawRule>, entry: Partial<Entry>) => createMatcher([ruleWith(some)])(entryWith(entry));
const hits = (some: Partial<RawRule>, entry: Partial<Entry>) => matched(some, entry)?.hits ?? [];

const line = 'no subuid ranges found for user "(?<user>[^"]+)"';
const symptoms = [{ line, captures: { user: 'user' } }] as const;
const text = 'failed: No subuid ranges found for user "x"';

test('a hit says what was seen, and where', () => {
  const entry = entryWith({ text, level: 'fatal' });
  expect(createMatcher([ruleWith({ symptoms })])(entry)?.hits).toEqual([
    {
      rule: 'group/slug',
      symptom: 0,
      weight: 'states',
      entry,
      captures: { user: 'x' },
      start: 8,
      end: text.length,
      partial: false,
    },
  ]);
});

test('the literal alone is no hit', () => {
  expect(matched({ symptoms }, { text: 'no subuid ranges found for user x' })).toBeUndefined();
});

for (const [least, said, counts] of [
  [undefined, 'error', true],
  [undefined, 'fatal', true],
  [undefined, 'warning', false],
  [undefined, undefined, true],
  ['warning', 'warning', true],
  ['warning', 'info', false],
  ['debug', 'debug', true],
  ['fatal', 'error', false],
] as const satisfies readonly (readonly [Level | undefined, Level | undefined, boolean])[]) {
  test(`a line of level ${said} ${counts ? 'counts' : 'does not count'} from ${least ?? 'the default'}`, () => {
    const symptom = { line, ...(least && { level: least }) };
    expect(hits({ symptoms: [symptom] }, { text, ...(said && { level: said }) })).toHaveLength(counts ? 1 : 0);
  });
}

for (const [from, speaker, counts] of [
  [undefined, 'daemon', true],
  [undefined, 'kernel', true],
  [undefined, 'container', false],
  [undefined, 'other', false],
  [['kernel'], 'daemon', false],
  [['kernel', 'daemon'], 'daemon', true],
  [['kernel'], 'unknown', true],
  [['kernel'], 'container', false],
] as const satisfies readonly (readonly [readonly Speaker[] | undefined, Speaker, boolean])[]) {
  test(`${speaker} ${counts ? 'counts' : 'does not count'} for a symptom from ${from ?? 'anybody'}`, () => {
    expect(hits({ symptoms: [{ line, ...(from && { from }) }] }, { text, speaker })).toHaveLength(counts ? 1 : 0);
  });
}

for (const [name, exception, hit, aside] of [
  ['line', { line: 'that is fine' }, false, false],
  ['line, not there', { line: 'that is bad' }, true, false],
  ['attempt', { line: 'that is fine', scope: 'attempt' }, true, true],
] as const) {
  test(`unless, ${name}`, () => {
    const found = matched({ symptoms, unless: [exception] }, { text: `${text}, but that is fine` });
    expect([(found?.hits.length ?? 0) > 0, found?.aside ?? false]).toEqual([hit, aside]);
  });
}

test('a line that `with` looks for is kept aside, and is no hit', () => {
  const rule = { symptoms: [{ line, with: 'another message' }] };
  expect(matched(rule, { text: 'and another message' })).toEqual({ hits: [], aside: true });
  expect(matched(rule, { text })).toMatchObject({ hits: [{ symptom: 0 }], aside: false });
});

test('a value that does not fit its type is left out; the hit stays', () => {
  for (const [value, captures] of [
    ['x', { user: 'x' }],
    ['$(reboot)', {}],
    ['-rf /', {}],
  ] as const) {
    const found = hits({ symptoms }, { text: `no subuid ranges found for user "${value}"` });
    expect(found.map((hit) => hit.captures)).toEqual([captures]);
  }
});

test('a group that took no part is not captured', () => {
  const either = { line: 'something wrong(?: with (?<user>\\w+))?', captures: { user: 'user' } } as const;
  expect(hits({ symptoms: [either] }, { text: 'something wrong' })[0]?.captures).toEqual({});
});

const cutAt = (head: string, some: Partial<Entry> = {}) =>
  hits({ symptoms }, { text: `${head}…`, cut: 'end', ...some });

for (const [head, counts] of [
  ['no subuid ranges fou', true],
  ['cannot: no subuid ranges found for user "ab', true],
  ['no subuid ranges found for user', true],
  ['no subuid ran', false],
  ['no subuid rows fou', false],
  ['no subuid ranges found, and more', false],
] as const) {
  test(`"${head}" ${counts ? 'may be' : 'is not'} the beginning of it`, () => {
    expect(cutAt(head).map(({ partial }) => partial)).toEqual(counts ? [true] : []);
  });
}

test('what was cut behind the match is a whole hit', () => {
  expect(hits({ symptoms }, { text: `${text}, whic…`, cut: 'end' }).map(({ partial }) => partial)).toEqual([false]);
});

test('a whole line that ends early is no beginning', () => {
  expect(hits({ symptoms }, { text: 'no subuid ranges fou' })).toEqual([]);
});

test('an excused beginning is no hit', () => {
  const rule = { symptoms, unless: [{ line: 'that is fine' }] };
  expect(hits(rule, { text: 'that is fine: no subuid ranges fou…', cut: 'end' })).toEqual([]);
});

for (const [name, own, more, counts] of [
  ['with a blank', 'no subuid ranges', ['found for user "x"'], true],
  ['in the middle of a word', 'no subuid ran', ['ges found for user "x"'], true],
  ['over three lines', 'no subuid', ['ranges found', 'for user "x"'], true],
  ['but wholly behind', 'a message', ['no subuid ranges found for user "x"'], false],
] as const) {
  test(`a wrapped message, ${name}`, () => {
    expect(hits({ symptoms }, { text: own, more })).toHaveLength(counts ? 1 : 0);
  });
}

test('far within an overlong message', () => {
  for (const at of [0, 5000, 60_000]) {
    const found = hits({ symptoms }, { text: `${'x '.repeat(at / 2)}${text}${' y'.repeat(5000)}` });
    expect(found.map(({ start, end }) => [start, end])).toEqual([[at + 8, at + text.length]]);
  }
});

test('each symptom and each rule hits once', () => {
  const two = { symptoms: [{ line }, { line: 'subuid ranges found', weight: 'suggests' as const }] };
  const match = createMatcher([ruleWith(two), ruleWith({ ...two, id: 'group/other' })]);
  const found = match(entryWith({ text: `${text} ${text}` }))?.hits ?? [];
  expect(found.map((hit) => `${hit.rule} ${hit.symptom} ${hit.weight}`).toSorted()).toEqual([
    'group/other 0 states',
    'group/other 1 suggests',
    'group/slug 0 states',
    'group/slug 1 suggests',
  ]);
});

test('an empty message matches nothing', () => expect(matched({ symptoms }, { text: '' })).toBeUndefined());

test('a single word that was cut is no beginning', () => {
  const words = [{ line: '[a-z][a-z0-9-]+ and [a-z][a-z0-9-]+ must not both be given' }] as const;
  expect(hits({ symptoms: words }, { text: 'failed: misconfigurati…', cut: 'end' })).toEqual([]);
  expect(hits({ symptoms: words }, { text: 'failed: hosts and host-address m…', cut: 'end' })).toHaveLength(1);
});
