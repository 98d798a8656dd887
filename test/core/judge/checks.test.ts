import { expect, test } from 'vitest';
import { checkResults, fillQuery, keyOfQuery, queriesOf, says } from '../../../src/core/judge/checks.ts';
import type { Answer, Scalar, Test } from '../../../src/core/types.ts';
import { ruleWith } from '../make.ts';

const known = (facts: Readonly<Record<string, Scalar>>): Answer => ({ known: true, facts });
const query = { ask: 'sysctl', key: 'a' };
const file = { ask: 'file', path: '/{user}' };

const tests: readonly (readonly [Test, Scalar | undefined, boolean])[] = [
  [{ fact: 'f', is: 1 }, 1, true],
  [{ fact: 'f', is: 1 }, 2, false],
  [{ fact: 'f', is: 1 }, '1', false],
  [{ fact: 'f', is: false }, false, true],
  [{ fact: 'f', not: 'x' }, 'y', true],
  [{ fact: 'f', not: 'x' }, 'x', false],
  [{ fact: 'f', not: 'x' }, undefined, false],
  [{ fact: 'f', below: 1 }, 0, true],
  [{ fact: 'f', below: 1 }, 1, false],
  [{ fact: 'f', below: 1 }, '0', false],
  [{ fact: 'f', from: 1 }, 1, true],
  [{ fact: 'f', from: 1 }, 0, false],
  [{ fact: 'f', from: 1 }, true, false],
  [{ fact: 'f', in: ['x', 'y'] }, 'y', true],
  [{ fact: 'f', in: ['x', 'y'] }, 'z', false],
  [{ fact: 'f', from: 1, below: 3 }, 2, true],
  [{ fact: 'f', from: 1, below: 3 }, 3, false],
];

for (const [one, value, holds] of tests) {
  const answer = known(value === undefined ? {} : { f: value });
  const words = `${JSON.stringify(one)} of ${String(value)}`;
  test(`${words}: ${holds}`, () => {
    expect(says({ query, confirms: [one] }, answer)).toBe(holds ? 'confirms' : 'unknown');
    expect(says({ query, refutes: [one] }, answer)).toBe(holds ? 'refutes' : 'unknown');
  });
}

const both = {
  query,
  confirms: [
    { fact: 'f', is: 1 },
    { fact: 'g', is: 1 },
  ],
  refutes: [{ fact: 'f', is: 2 }],
};

for (const [name, answer, result] of [
  ['all hold', known({ f: 1, g: 1 }), 'confirms'],
  ['one of two holds', known({ f: 1, g: 2 }), 'unknown'],
  ['one of two is not there', known({ f: 1 }), 'unknown'],
  ['the other side', known({ f: 2 }), 'refutes'],
  ['no facts', known({}), 'unknown'],
  ['not known is not no', { known: false, why: 'denied' }, 'unknown'],
] as const satisfies readonly (readonly [string, Answer, string])[]) {
  test(`${name}: ${result}`, () => expect(says(both, answer)).toBe(result));
}

test('no tests confirm nothing', () => expect(says({ query, confirms: [] }, known({ f: 1 }))).toBe('unknown'));

test('a query is filled with captures, or is none', () => {
  expect(fillQuery(file, { user: 'x' })).toEqual({ ask: 'file', path: '/x' });
  expect(fillQuery(file, {})).toBeUndefined();
  expect(fillQuery({ ask: 'a', n: 1, b: true }, {})).toEqual({ ask: 'a', n: 1, b: true });
});

test('two queries are the same whatever the order of their keys', () => {
  expect(keyOfQuery({ ask: 'a', b: 1, c: 2 })).toBe(keyOfQuery({ c: 2, b: 1, ask: 'a' }));
  expect(keyOfQuery({ ask: 'a', b: 1 })).not.toBe(keyOfQuery({ ask: 'a', b: '1' }));
});

const given = { query: { ask: 'remap' }, holds: { fact: 'set', is: true } };
const rule = ruleWith({ checks: [{ query, confirms: { fact: 'f', is: 1 }, given }, { query: file }] });

test('what would be asked, as far as it was captured', () => {
  expect(queriesOf(rule, {})).toEqual([query, { ask: 'remap' }]);
  expect(queriesOf(rule, { user: 'x' }).at(-1)).toEqual({ ask: 'file', path: '/x' });
  expect(queriesOf(ruleWith(), {})).toEqual([]);
});

for (const [name, other, result] of [
  ['holds', known({ set: true }), 'confirms'],
  ['does not hold', known({ set: false }), 'unknown'],
  ['is not known', { known: false, why: 'timeout' }, 'unknown'],
  ['was not asked', undefined, 'unknown'],
] as const satisfies readonly (readonly [string, Answer | undefined, string])[]) {
  test(`a check whose condition ${name}: ${result}`, () => {
    const answers = [{ query: { key: 'a', ask: 'sysctl' }, answer: known({ f: 1 }) }];
    const asked = other === undefined ? answers : [...answers, { query: { ask: 'remap' }, answer: other }];
    expect(checkResults(rule, {}, asked).map((one) => one.says)).toEqual([result]);
  });
}

test('checks that were not asked are left out', () => {
  expect(checkResults(rule, { user: 'x' }, [])).toEqual([]);
  const asked = [{ query: { ask: 'file', path: '/x' }, answer: known({}) }];
  expect(checkResults(rule, { user: 'x' }, asked).map((one) => one.query)).toEqual([{ ask: 'file', path: '/x' }]);
});
