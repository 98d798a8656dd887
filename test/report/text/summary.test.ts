import { expect, test } from 'vitest';
import { summaryOf } from '../../../src/report/text/summary.ts';
import { likely, several } from '../diagnoses.ts';

const look = { colour: false, unicode: true, width: 80 };

test('a table, then the counts', () => {
  expect(summaryOf(several, look)).toMatchInlineSnapshot(`
    "  input                    outcome       verdict   cause
    ✘ tickets/1001/docker.log  found         likely    userns/subid-range-missing
    ? tickets/1002.txt         found         possible  userns/max-user-namespaces +2
    ? tickets/1003/상태.txt    insufficient
    ✘ tickets/1004.log         found         likely    userns/subid-range-missing
    ✔ tickets/1005.log         healthy
    – tickets/readme.md        unrelated

    6 inputs: 3 found, 1 insufficient, 1 healthy and 1 unrelated.
        2 x userns/subid-range-missing

    One of them in full: docker-why FILE
    "
  `);
});

test('stacked where the table does not fit, in plain letters', () => {
  expect(summaryOf(several.slice(0, 4), { ...look, width: 60, unicode: false })).toMatchInlineSnapshot(`
    "x tickets/1001/docker.log
        found, likely: userns/subid-range-missing
    ? tickets/1002.txt
        found, possible: userns/max-user-namespaces +2
    ? tickets/1003/\\uc0c1\\ud0dc.txt
        insufficient
    x tickets/1004.log
        found, likely: userns/subid-range-missing

    4 inputs: 3 found and 1 insufficient.
        2 x userns/subid-range-missing

    One of them in full: docker-why FILE
    "
  `);
});

test('a hostile file name is only shown, on its own row', () => {
  const text = summaryOf([{ ...likely, input: 'a\x1b[2J\n\u202eb' }, likely], look);
  expect(text).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
  expect(text.split('\n')[1]).toMatch(/^✘ a\\x1b\[2J \\u202eb +found/);
});

test('nothing at all', () => {
  expect(summaryOf([], look)).toContain('0 inputs');
});
