import { RegExpParser } from '@eslint-community/regexpp';
import { expect, test } from 'vitest';
import { literalsOf } from '../../src/rulebook/literals.ts';
import { allRules } from '../diagnose-text.ts';

const literals = (source: string) => literalsOf(new RegExpParser({ ecmaVersion: 2022 }).parsePattern(source));

for (const [source, found] of [
  ['No Space Left', ['no space left']],
  ['one|two', ['one', 'two']],
  ['one|one', ['one']],
  ['one|\\d', undefined],
  ['\\d+', undefined],
  ['short.*a longer text', ['a longer text']],
  ['no (?:space|inode)s left', ['s left']],
  ['no (?:more space at all|more inodes at all) x', ['more space at all', 'more inodes at all']],
  ['no (?:space) left', ['no space left']],
  ['no (?<what>space) left', ['no space left']],
  ['colou?r is wrong', ['r is wrong']],
  ['(?:really wrong)+ x', ['really wrong']],
  ['(?:really wrong)* x', ['x']],
  ['[Ss]pace', ['space']],
  ['[st]pace', ['pace']],
  ['[^s]pace', ['pace']],
  ['say "no" twice', ['twice']],
  ["can't be done", ['t be done']],
  ['a<b>c&ddd', ['ddd']],
  ['^space$', ['space']],
  ['space\\b left', ['space left']],
  ['space(?! left) there', ['space there']],
  ['no\\.space', ['no.space']],
  ['a\\tspace', ['space']],
] as const) {
  test(`${source}: ${found}`, () => expect(literals(source)).toEqual(found));
}

test('each match of a rule holds one of its literals', () => {
  for (const { examples, symptoms } of allRules) {
    for (const { line, literals: own } of symptoms) {
      for (const hit of examples.hit.flatMap((text) => new RegExp(line, 'i').exec(text)?.[0].toLowerCase() ?? [])) {
        expect(
          own.some((literal) => hit.includes(literal)),
          `${line}: ${hit}`,
        ).toBe(true);
      }
    }
  }
});
