import { expect, test } from 'vitest';
import { type Inner, levelOf, readEarly, readLogfmt, readLogrusText } from '../../../src/core/read/logfmt.ts';

const at = '2026-11-23T07:24:56Z';

const logfmt: readonly (readonly [string, string, Inner | undefined])[] = [
  ['whole', `time="${at}" level=error msg="no space"`, { text: 'no space', at, level: 'error' }],
  ['unquoted', `time=${at} level=info msg=done`, { text: 'done', at, level: 'info' }],
  ['error behind', 'level=error msg="no" error="that failed"', { text: 'no: that failed', level: 'error' }],
  ['error alone', 'level=fatal error="that failed"', { text: 'that failed', level: 'fatal' }],
  ['empty message', 'level=fatal msg="" err="that failed"', { text: 'that failed', level: 'fatal' }],
  ['more fields', 'level=warning msg="no" id=5 driver=x', { text: 'no id=5 driver=x', level: 'warning' }],
  ['escaped quotes', 'level=error msg="say \\"no\\" twice"', { text: 'say "no" twice', level: 'error' }],
  ['escaped line end', 'level=error msg="one\\ntwo\\\\three"', { text: 'one two\\three', level: 'error' }],
  ['quotes not escaped', 'level=error msg="say "no" twice" id=5', { text: 'say "no" twice id=5', level: 'error' }],
  ['a quote at the end, not escaped', 'level=error msg="say "no"" id=5', { text: 'say "no" id=5', level: 'error' }],
  ['open quote', 'level=error msg="cut he', { text: 'cut he', level: 'error', open: true }],
  ['open quote behind', 'level=error msg="no" error="cut he', { text: 'no: cut he', level: 'error', open: true }],
  ['ends in a backslash', 'level=error msg="cut he\\', { text: 'cut he\\', level: 'error', open: true }],
  ['quoted level', 'level="error" msg=no', { text: 'no', level: 'error' }],
  ['text behind', 'time=x level=error no key', { text: 'no key', at: 'x', level: 'error' }],
  ['unknown level', 'level=loud msg=no', { text: 'no' }],
  ['blanks before', '  level=error msg=no', { text: 'no', level: 'error' }],
  ['only a message', 'msg=no', { text: 'no' }],
  ['no logfmt', 'path=/x level=error msg=no', undefined],
  ['a word and an equals sign', 'level=loud and more', undefined],
];

for (const [name, line, inner] of logfmt) test(`logfmt, ${name}`, () => expect(readLogfmt(line)).toEqual(inner));

test('logfmt: a hostile line costs no more than its length', () => {
  const line = `level=error msg="${'" '.repeat(40_000)}`;
  expect(readLogfmt(line)?.text.length).toBeLessThan(17_000);
  const many = Array.from({ length: 100 }, (_, index) => `k${index}=v`).join(' ');
  expect(readLogfmt(`level=error ${many} msg=late`)?.text).not.toMatch(/^late/);
});

const terminal: readonly (readonly [string, Inner | undefined])[] = [
  ['FATA[0000] no space', { text: 'no space', level: 'fatal' }],
  ['ERRO[2026-11-23T07:24:56Z] no space', { text: 'no space', level: 'error', at }],
  ['WARN: no space', { text: 'no space', level: 'warning' }],
  ['INFO[0001] failed   error="that failed"', { text: 'failed: that failed', level: 'info' }],
  ['INFO[0001] failed   err=that', { text: 'failed: that', level: 'info' }],
  ['...FATA[0000] behind dots', { text: 'behind dots', level: 'fatal' }],
  ['PANI[0000]', { text: '', level: 'fatal' }],
  ['FATAL no brackets', undefined],
  ['info[0000] small', undefined],
];

for (const [line, inner] of terminal) test(`terminal: ${line}`, () => expect(readLogrusText(line)).toEqual(inner));

const early: readonly (readonly [string, Inner | undefined])[] = [
  ['2014/11/24 15:16:29 no space', { text: 'no space', at: '2014/11/24 15:16:29' }],
  ['[error] x.go:1 no space', { text: 'x.go:1 no space', level: 'error' }],
  ['[fatal] no space', { text: 'no space', level: 'fatal' }],
  ['[e55bf75d] +job serve()', undefined],
  ['2014-11-24 15:16:29 no space', undefined],
];

for (const [line, inner] of early) test(`early: ${line}`, () => expect(readEarly(line)).toEqual(inner));

for (const [word, level] of [
  ['FATA', 'fatal'],
  ['Warning', 'warning'],
  ['notice', 'info'],
  ['trac', 'debug'],
  ['critical', 'fatal'],
  ['loud', undefined],
  ['', undefined],
] as const) {
  test(`level ${word} is ${level}`, () => expect(levelOf(word)).toBe(level));
}

// what every object inherits is taken for a level: src/core/read/logfmt.ts, levelOf
test('the names of what objects inherit are no levels', () => {
  expect([levelOf('constructor'), levelOf('__proto__')]).toEqual([undefined, undefined]);
});
