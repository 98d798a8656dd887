import { expect, test } from 'vitest';
import { type Cut, cutOf, headOf } from '../../../src/core/read/cut.ts';

const cases: readonly (readonly [string, string, boolean, boolean, Cut])[] = [
  ['pager', 'no subuid ranges fou>', true, false, { text: 'no subuid ranges fou', cut: 'end' }],
  ['pager, blanks behind', 'no subuid> ', true, false, { text: 'no subuid', cut: 'end' }],
  ['<nil> is whole', 'state: <nil>', true, false, { text: 'state: <nil>' }],
  ['<nil> and a pager', 'state: <nil>>', true, false, { text: 'state: <nil>', cut: 'end' }],
  ['a bare line ends in >', 'use docker run >', false, false, { text: 'use docker run >' }],
  [
    'status view, middle',
    'failed to start: no sub…user "x"',
    true,
    false,
    { text: 'failed to start: no sub…user "x"', cut: 'middle' },
  ],
  ['status view, end', 'failed to start…', false, false, { text: 'failed to start…', cut: 'end' }],
  ['ASCII', 'code=exited, status=1/FAI...LURE', true, false, { text: 'code=exited, status=1/FAI…LURE', cut: 'middle' }],
  ['ASCII in a bare line', 'status=1/FAI...LURE', false, false, { text: 'status=1/FAI...LURE' }],
  ['dots at the end are a sentence', 'Starting Docker...', true, false, { text: 'Starting Docker...' }],
  ['dots behind a blank', 'waiting for it ...done', true, false, { text: 'waiting for it ...done' }],
  ['far from the end', `some words…${'x'.repeat(41)}`, true, false, { text: `some words…${'x'.repeat(41)}` }],
  ['open quote', 'no subuid ran', true, true, { text: 'no subuid ran', cut: 'end' }],
  ['whole', 'no subuid ranges', true, false, { text: 'no subuid ranges' }],
];

for (const [name, text, wasNamed, open, cut] of cases) {
  test(name, () => expect(cutOf(text, { wasNamed, open })).toEqual(cut));
}

for (const [text, head] of [
  ['no sub…user "x"', 'no sub'],
  ['no sub …', 'no sub'],
  ['whole', 'whole'],
  ['two … cuts …', 'two'],
] as const) {
  test(`before the cut of "${text}" stands "${head}"`, () => expect(headOf(text)).toBe(head));
}
