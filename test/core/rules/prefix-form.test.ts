import { expect, test } from 'vitest';
import { prefixForm } from '../../../src/core/rules/prefix-form.ts';
import { allRules } from '../../diagnose-text.ts';

/** The whole text is matched, from its beginning to where it was cut. */
const mayBegin = (pattern: string, head: string): boolean => {
  const found = new RegExp(`^(?:${prefixForm(pattern)})`, 'i').exec(head);
  return found !== null && found[0].length === head.length;
};

for (const [pattern, whole] of [
  ['no space left', 'no space left'],
  ['range of "[^"]+" is (?:too|very) small', 'range of "x y" is very small'],
  ['user (?<name>\\w+): \\d{2,4} ids?', 'user x: 123 id'],
  ['a\\.b\\\\c\\x41', 'a.b\\cA'],
  ['one(?: two)? three', 'one two three'],
  ['one.*?three', 'one two three'],
  ['[\\]x]{2}y', ']xy'],
] as const) {
  test(`each beginning of "${whole}" may be one of ${pattern}`, () => {
    for (let end = 1; end <= whole.length; end += 1)
      expect(mayBegin(pattern, whole.slice(0, end)), String(end)).toBe(true);
  });
}

for (const [pattern, head] of [
  ['no space left', 'no speed'],
  ['no space left', 'no space left on'],
  ['range of "[^"]+" is small', 'range of x'],
  ['user \\d{2,4} ids', 'user 1 i'],
  ['(?:one|two) three', 'ten'],
] as const) {
  test(`"${head}" is no beginning of ${pattern}`, () => expect(mayBegin(pattern, head)).toBe(false));
}

// a boundary and a look ahead fail where the text ends: src/core/rules/prefix-form.ts, tokenShapes
for (const [pattern, head] of [
  ['failed: exit\\b code', 'failed:'],
  ['no space (?!left on tape)left on disk', 'no space'],
] as const) {
  test(`"${head}" may be the beginning of ${pattern}`, () => expect(mayBegin(pattern, head)).toBe(true));
}

/** Patterns of the rules whose form misses an example that the pattern itself matches. */
const misses = (patterns: (line: string) => boolean): readonly string[] =>
  allRules.flatMap(({ symptoms, examples }) =>
    symptoms.flatMap(({ line }) => {
      const [whole, form] = [new RegExp(line, 'i'), new RegExp(prefixForm(line), 'i')];
      return patterns(line) && examples.hit.some((hit) => whole.test(hit) && !form.test(hit)) ? [line] : [];
    }),
  );

const looksAhead = (line: string): boolean => line.includes('(?!');

test('the form of a pattern matches no less than the pattern', () => {
  expect(misses((line) => !looksAhead(line))).toEqual([]);
});

// what is forbidden behind the end is found there, as each atom may be the end: src/core/rules/prefix-form.ts
test('the form of a pattern that looks ahead matches no less than the pattern', () => {
  expect(misses(looksAhead)).toEqual([]);
});
