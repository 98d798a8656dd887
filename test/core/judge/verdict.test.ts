import { expect, test } from 'vitest';
import { becauseOf, verdictOf } from '../../../src/core/judge/verdict.ts';
import type { CheckResult, Suspect } from '../../../src/core/types.ts';
import { hitWith, suspectWith } from '../make.ts';

const result = (says: CheckResult['says']): CheckResult => ({
  query: { ask: 'remap' },
  answer: { known: true, facts: {} },
  says,
});

const states = hitWith();
const suggests = hitWith({ weight: 'suggests' });
const echo = hitWith({ weight: 'fallback' });
const cut = hitWith({ partial: true });

const cases: readonly (readonly [string, Partial<Suspect>, readonly CheckResult['says'][], string, string])[] = [
  ['states', {}, [], 'likely', 'the message states it'],
  ['suggests', { hits: [suggests] }, [], 'possible', 'the message has several causes'],
  ['one of its hits states it', { hits: [suggests, states] }, [], 'likely', 'the message states it'],
  ['cut', { hits: [cut] }, [], 'possible', 'the message was cut; its beginning fits'],
  ['suggests, and states but cut', { hits: [suggests, cut] }, [], 'possible', 'the message has several causes'],
  ['an earlier failure', { place: 'earlier' }, [], 'possible', 'seen in an earlier failure, not in the last one'],
  ['the same loop', { place: 'same-loop' }, [], 'likely', 'the message states it'],
  ['mended', { place: 'recovered' }, [], 'possible', 'Docker came up after it'],
  ['an echo', { hits: [echo] }, [], 'possible', 'nothing else is seen; often the echo of another failure'],
  ['an echo of a failure', { hits: [echo] }, [], 'possible', 'nothing else is seen; often the echo of another failure'],
  ['no hit', { hits: [] }, [], 'possible', 'the message has several causes'],
  ['proven', { hits: [suggests] }, ['confirms'], 'confirmed', 'the host proves it'],
  ['proven, though cut and old', { hits: [cut], place: 'earlier' }, ['confirms'], 'confirmed', 'the host proves it'],
  ['refuted', {}, ['refutes'], 'refuted', 'the host says otherwise'],
  ['a proof outweighs', {}, ['refutes', 'confirms'], 'confirmed', 'the host proves it'],
  ['not known is not no', {}, ['unknown'], 'likely', 'the message states it'],
];

for (const [name, some, says, verdict, because] of cases) {
  test(`${name}: ${verdict}`, () => {
    const suspect = suspectWith(some);
    const found = verdictOf(suspect, says.map(result));
    expect([found, becauseOf(suspect, found)]).toEqual([verdict, because]);
  });
}
