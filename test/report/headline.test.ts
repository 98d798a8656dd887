import { expect, test } from 'vitest';
import { headlineOf } from '../../src/report/headline.ts';
import { base, confirmed, healthy, insufficient, likely, line, possible, unrelated } from './diagnoses.ts';

const first = likely.findings[0];

test('a verdict is a word, not a colour', () => {
  const words = [confirmed, likely, possible, insufficient, healthy, unrelated].map(
    (one) => headlineOf(one).line.split(/[:,;]/)[0],
  );
  expect(words).toEqual([
    'Confirmed',
    'Likely',
    'Possible',
    'Docker failed',
    'Docker is up',
    'This text is not about Docker',
  ]);
});

test('a lone possible cause is not called one of several', () => {
  const { line: text, detail } = headlineOf({ ...possible, findings: possible.findings.slice(0, 1) });
  expect(text).toBe('Possible: The kernel may not create another user namespace');
  expect(detail).toBe('Not proven: the message has several causes; it may be something else.');
});

test('likely tells whether a host was asked', () => {
  const asked = { query: { ask: 'kernel' }, answer: { known: false, why: 'denied' }, says: 'unknown' } as const;
  const one = (checks: NonNullable<typeof first>['checks']) =>
    headlineOf({ ...likely, findings: first === undefined ? [] : [{ ...first, checks }] }).detail;
  expect(one([])).toBe('The log says so.');
  expect(one([asked])).toBe('The log says so; the host was asked and could not tell.');
  expect(headlineOf(likely).detail).toBe('The log says so; no host was asked.');
});

test('insufficient: a failure, a complaint, or silence', () => {
  const lines = [
    insufficient,
    { ...insufficient, attempts: [], loop: { attempts: 1 } },
    { ...base, outcome: 'insufficient', seen: [line('a', 1, 'x')] } as const,
    { ...base, outcome: 'insufficient' } as const,
  ];
  expect(lines.map((one) => headlineOf(one).line)).toEqual([
    'Docker failed, and the reason is not in this log',
    'Docker failed, and the reason is not in this log',
    'Something failed, and no known cause fits',
    'Nothing here shows a failure, and nothing proves that Docker is well',
  ]);
});

test('a refuted suspect is never the answer', () => {
  const refuted = likely.findings.slice(1);
  expect(headlineOf({ ...base, findings: refuted }).cause).toBeUndefined();
});
