import { RegExpParser } from '@eslint-community/regexpp';
import { expect, test } from 'vitest';
import { leadsOf } from '../../src/rulebook/leads.ts';

const leads = (source: string): readonly string[] | undefined =>
  leadsOf(new RegExpParser({ ecmaVersion: 2022 }).parsePattern(source));

for (const [source, expected] of [
  ['failed to start daemon', ['failed t']],
  ['(?:Error|error) initializing', ['error']],
  ['(?:no|missing) subuid', [' subuid']],
  ['.{0,300}subuid ranges', undefined],
  ['(?:[a-z]{0,20}|missing) subuid', undefined],
  ['(?:none|missing) subuid', ['none', 'missing']],
  ['a.{0,300}subuid ranges', undefined],
  ['\\d{1,3} subuid ranges', [' subuid ']],
  ['x? subuid', [' subuid']],
] as const) {
  test(`a match of ${source} begins with one of ${expected}`, () => expect(leads(source)).toEqual(expected));
}
