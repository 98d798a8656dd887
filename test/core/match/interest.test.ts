import { expect, test } from 'vitest';
import { accuse, diagnose, openCase, openRulebook } from '../../../src/core/diagnose.ts';
import { interestOf } from '../../../src/core/match/interest.ts';
import { createScanner } from '../../../src/core/match/scanner.ts';
import { signsOf } from '../../../src/core/match/signs.ts';
import type { Diagnosis } from '../../../src/core/types.ts';
import { allRules, now } from '../../diagnose-text.ts';
import { ruleWith } from '../make.ts';
import { bytesOf } from '../read-text.ts';

const book = openRulebook(allRules);
const unfiltered = { ...book, interest: { isInteresting: () => true } };

const read = (text: string, rulebook: typeof book): Diagnosis => {
  const open = openCase('x', rulebook);
  open.reader.push(bytesOf(text));
  open.reader.end();
  return diagnose(open, accuse(open, now));
};

/** The first lines of an input are always read, so the example stands behind others. */
const noise = 'Nov 23 08:24:56 host1 sshd[1]: all is quiet\n'.repeat(12);

for (const rule of allRules) {
  test(`${rule.id}: the quick look loses no example`, () => {
    for (const hit of rule.examples.hit) {
      const text = `${noise}${hit}\n${noise}`;
      expect(read(text, book).findings, hit).toEqual(read(text, unfiltered).findings);
    }
  });
}

const signs = signsOf([
  ruleWith({ symptoms: [{ line: 'no subuid ranges (?:found|there)', with: 'another message' }] }),
]);
const { isInteresting } = interestOf(createScanner(signs.tables), signs.telling);

for (const [line, is] of [
  ['No SUBUID ranges there', true],
  ['x another message', true],
  ['Nov 23 08:24:56 host1 DOCKERD[1]: x', true],
  ['-- No entries --', true],
  ['no subuid rows', false],
  ['Nov 23 08:24:56 host1 sshd[1]: all is quiet', false],
  ['', false],
] as const) {
  test(`"${line}" ${is ? 'is of interest' : 'is passed over'}`, () => expect(isInteresting(line)).toBe(is));
}
