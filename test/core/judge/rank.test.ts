import { expect, test } from 'vitest';
import { compareHits, evidenceOrder, ranked } from '../../../src/core/judge/rank.ts';
import type { CauseId, Hit, Place, Rule, Suspect, Verdict } from '../../../src/core/types.ts';
import { entryWith, hitWith, ruleWith, suspectWith } from '../make.ts';

interface Some {
  readonly verdict?: Verdict;
  readonly place?: Place;
  readonly hit?: Partial<Hit>;
  readonly frequency?: NonNullable<Rule['frequency']>;
  readonly overrules?: readonly CauseId[];
}

const shared = entryWith({ line: 5 });

/** Names are given so that the one that must lose would win by its id. */
const judged = (id: CauseId, { verdict = 'likely', place = 'now', hit = {}, frequency, overrules }: Some) => {
  const rule = ruleWith({ id, ...(frequency && { frequency }), ...(overrules && { overrules }) });
  const suspect: Suspect = suspectWith({ rule, place, hits: [hitWith({ entry: shared, ...hit })] });
  return { suspect, verdict };
};

const order = (...all: readonly ReturnType<typeof judged>[]): string =>
  ranked(all)
    .map(({ suspect }) => suspect.rule.id.slice(2))
    .join(' ');

const entry = (some: Parameters<typeof entryWith>[0]) => ({ entry: entryWith(some) });

const rules: readonly (readonly [string, Some, Some])[] = [
  ['1: confirmed before likely', { verdict: 'confirmed', place: 'earlier' }, {}],
  ['1: likely before possible', { hit: { weight: 'fallback' } }, { verdict: 'possible', place: 'last-failure' }],
  ['1: possible before refuted', { verdict: 'possible', place: 'earlier' }, { verdict: 'refuted' }],
  ['2: the last failure before the present', { place: 'last-failure', hit: { weight: 'suggests' } }, {}],
  ['2: the present before the same loop', { hit: { weight: 'suggests' } }, { place: 'same-loop' }],
  ['2: the same loop before what is older', { place: 'same-loop', hit: { weight: 'suggests' } }, { place: 'earlier' }],
  [
    '2: what is older before what was mended',
    { place: 'earlier', hit: { weight: 'suggests' } },
    { place: 'recovered' },
  ],
  ['3: states before suggests', {}, { hit: { weight: 'suggests', start: 9 } }],
  ['3: suggests before an echo', { hit: { weight: 'suggests' } }, { hit: { weight: 'fallback', start: 9 } }],
  ['3: fatal before error', { hit: entry({ level: 'fatal', line: 1 }) }, { hit: entry({ level: 'error', line: 9 }) }],
  [
    '3: error before warning',
    { hit: entry({ level: 'error', line: 1 }) },
    { hit: entry({ level: 'warning', line: 9 }) },
  ],
  ['3: warning before info', { hit: entry({ level: 'warning', line: 1 }) }, { hit: entry({ level: 'info', line: 9 }) }],
  ['3: last words before an error', { hit: entry({ line: 1 }) }, { hit: entry({ level: 'error', line: 9 }) }],
  ['3: the daemon before the kernel', { hit: entry({ line: 1 }) }, { hit: entry({ speaker: 'kernel', line: 9 }) }],
  [
    '3: an echo is less, however final',
    { hit: { weight: 'suggests', ...entry({ level: 'info' }) } },
    { hit: { weight: 'fallback', ...entry({ level: 'fatal' }) } },
  ],
  [
    '4: whole before cut',
    { hit: entry({ level: 'error', line: 1 }) },
    { hit: { partial: true, ...entry({ level: 'error', line: 9 }) } },
  ],
  [
    '4: whole before cut where all else is equal',
    { hit: entry({ level: 'warning', line: 1 }) },
    { hit: { partial: true, ...entry({ line: 9 }) } },
  ],
  ['5: the innermost of one message', { hit: { start: 20 } }, { hit: { start: 0 } }],
  ['5: the later line', { hit: entry({ line: 9 }) }, { hit: entry({ line: 1 }) }],
  ['6: common before usual', { frequency: 'common' }, {}],
  ['6: usual before rare', {}, { frequency: 'rare' }],
];

for (const [name, winner, loser] of rules) {
  test(name, () => {
    const [one, other] = [judged('a/z', winner), judged('a/a', loser)];
    expect([order(one, other), order(other, one)]).toEqual(['z a', 'z a']);
  });
}

test('7: the id', () => {
  const [a, b] = [judged('a/a', {}), judged('a/b', {})];
  expect([order(a, b), order(b, a)]).toEqual(['a b', 'a b']);
});

test('last: a cause before what it overrules, also over several steps', () => {
  const c = judged('a/c', { verdict: 'possible', overrules: ['a/b'] });
  expect(order(judged('a/a', {}), judged('a/b', {}), c)).toBe('a c b');
  expect(order(judged('a/a', {}), judged('a/b', { overrules: ['a/a'] }), c)).toBe('c b a');
});

test('a refuted cause overrules nothing', () => {
  expect(order(judged('a/a', {}), judged('a/b', { verdict: 'refuted', overrules: ['a/a'] }))).toBe('a b');
});

test('two that overrule each other come out all the same', () => {
  expect(order(judged('a/a', { overrules: ['a/b'] }), judged('a/b', { overrules: ['a/a'] }))).toBe('a b');
});

test('a suspect without a hit stands behind one with a hit', () => {
  const bare = { suspect: suspectWith({ rule: ruleWith({ id: 'a/a' }), hits: [] }), verdict: 'likely' } as const;
  expect([order(bare, judged('a/z', {})), order(judged('a/z', {}), bare)]).toEqual(['z a', 'z a']);
});

test('the hits of one suspect: the weightier, then the inner one of a message', () => {
  const [outer, inner, echo] = [{ start: 0 }, { start: 9 }, { weight: 'fallback' as const, start: 20 }].map((some) =>
    hitWith({ entry: shared, ...some }),
  ) as [Hit, Hit, Hit];
  expect([echo, outer, inner].toSorted(compareHits)).toEqual([inner, outer, echo]);
});

test('what the host says stands beside the last failure', () => {
  expect(evidenceOrder({ place: 'host' }, { place: 'last-failure' })).toBe(0);
});
