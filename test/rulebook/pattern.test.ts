import { expect, test } from 'vitest';
import { prefixForm } from '../../src/core/rules/prefix-form.ts';
import type { Pattern, Rule } from '../../src/core/types.ts';
import { compilePattern, patternProblems } from '../../src/rulebook/pattern.ts';
import { longestRepeat } from '../../src/rulebook/repeats.ts';
import { allRules } from '../diagnose-text.ts';

for (const [pattern, problem] of [
  ['something (', 'is not a regular expression'],
  ['something [z-a]', 'is not a regular expression'],
  ['something (?:a+)+', 'has a repeat inside a repeat'],
  ['something \\S+[\\w.]* else', 'has two repeats side by side'],
  ['something \\w+(?:-\\d)?(.*)x', 'has two repeats side by side'],
  ['something (?:ab*c){2,5}', 'has a repeat inside a repeat'],
  ['something a*b*c*d*e*f*g*', 'has more than six repeats'],
  ['.*something', 'begins with a repeat'],
  ['something|\\w+ something', 'begins with a repeat'],
  ['(?:a{2}|b)something', 'begins with a repeat'],
  ['(something) \\1', 'uses a back reference'],
  ['(?<x>something) \\k<x>', 'uses a back reference'],
  ['something (?<=g )else', 'uses a lookbehind'],
  ['something (?<!h )else', 'uses a lookbehind'],
  ['short', 'has an alternative without 8 plain characters'],
  ['something|short', 'has an alternative without 8 plain characters'],
  ['abcde"fghij', 'has an alternative without 8 plain characters'],
  ['(?:something)?', 'has an alternative without 8 plain characters'],
] as const) {
  test(`${pattern} ${problem}`, () => {
    expect(patternProblems(pattern)).toEqual([expect.stringContaining(problem)]);
  });
}

for (const pattern of [
  'something',
  'something|another thing',
  'something (?:a+|b)?',
  'something \\d{3}(?:\\.\\d{3}){2}',
  'something a*b*c*d*e*f*',
  'x?something',
  'something(?! else)',
  'something \\w+-\\S+ else',
  'something \\w{1,40}.* else',
  'apparmor="DENIED"',
  '(?<name>\\w)+ something'.replace('+', ''),
]) {
  test(`${pattern} is good`, () => expect(patternProblems(pattern)).toEqual([]));
}

for (const [pattern, line] of [
  ['something.*else', 'something.{0,300}else'],
  ['something.+?else', 'something.{1,300}?else'],
  ['something [^"]{2,}else', 'something [^"]{2,300}else'],
  ['something a{400,}', 'something a{400,400}'],
  ['something a{2,5}b?c{3}', 'something a{2,5}b?c{3}'],
  ['something (?:.*)(\\w+) x', 'something (?:.{0,300})(\\w{1,300}) x'],
] as const) {
  test(`${pattern} reaches no further than ${longestRepeat}`, () => expect(compilePattern(pattern).line).toBe(line));
}

const patternsOf = (rules: readonly Rule[]) => [
  ...new Map(
    rules
      .flatMap(({ symptoms, unless = [] }) => [...symptoms, ...symptoms.flatMap((one) => one.with ?? []), ...unless])
      .map((pattern) => [pattern.line, pattern]),
  ).values(),
];

const lineLength = 4096;

const repeated = (text: string): string => text.repeat(Math.ceil(lineLength / text.length)).slice(0, lineLength);

/** Plain words of a pattern in their order: what a line that nearly matches is made of. */
const wordsOf = (line: string): string =>
  line
    .replaceAll(/\(\?(?:<\w+>|[:=!])|[()|^$?]|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|\\[bBdDsSwW]|[.*+]/g, ' ')
    .replaceAll('\\', '')
    .replaceAll(/ +/g, ' ')
    .trim();

const nearMisses = ({ line, literals }: Pattern): readonly string[] => {
  const words = wordsOf(line);
  return [...literals, literals.join(' '), words, words.slice(0, -1), words.slice(0, Math.ceil(words.length / 2))]
    .filter((text) => text.trim() !== '')
    .flatMap((text) => [repeated(text), repeated(`${text} `), repeated(`${text}1`)]);
};

const milliseconds = (regexp: RegExp, text: string, times: number): number => {
  const begin = performance.now();
  for (let run = 0; run < times; run += 1) regexp.test(text);
  return (performance.now() - begin) / times;
};

/** Reads the whole text once, without a match. */
const plain = /[a-z0-9 ]\u{1f433}/iu;

/** The least of a few runs: another program may take the processor in between. */
const costOf = (source: string, text: string): number => {
  const regexp = new RegExp(source, 'i');
  let least = milliseconds(regexp, text, 1);
  for (let run = 0; run < 3 && least > 1; run += 1) least = Math.min(least, milliseconds(regexp, text, 1));
  return least;
};

/** Each character may begin a match that looks as far as a repeat reaches; ten of those are generous. */
const mostTimes = 10 * longestRepeat;

const slowOf = (rules: readonly Rule[], form: (line: string) => string): readonly string[] => {
  const text = repeated('no subuid ranges ');
  milliseconds(plain, text, 200);
  const base = Math.max(milliseconds(plain, text, 200), 0.01);
  return patternsOf(rules).flatMap((pattern) => {
    const source = form(pattern.line);
    const cost = Math.max(...nearMisses(pattern).map((line) => costOf(source, line)));
    return cost > base * mostTimes ? [`${Math.round(cost / base)} times: ${pattern.line}`] : [];
  });
};

/** Repeats that are bounded by hand reach as far as they like: src/rulebook/pattern.ts, bounded. */
const known = new Set<string>([]);

for (const [name, form] of [
  ['a pattern', (line: string): string => line],
  ['the form of a pattern for cut messages', prefixForm],
] as const) {
  test(`${name} costs no hostile line more than ${mostTimes} times a plain look at it`, () => {
    expect(
      slowOf(
        allRules.filter(({ id }) => !known.has(id)),
        form,
      ),
    ).toEqual([]);
  });

  for (const rule of allRules.filter(({ id }) => known.has(id))) {
    test(`${rule.id}, ${name}: the same`, () => expect(slowOf([rule], form)).toEqual([]));
  }
}

// src/rulebook/pattern.ts: only repeats without a bound are bounded, and no lint asks how far the others reach
test('a repeat that is bounded by hand reaches no further than the others', () => {
  const { line } = compilePattern('something .{1,5000}else');
  expect([line, patternProblems('something .{1,5000}else').length]).not.toEqual(['something .{1,5000}else', 0]);
});
