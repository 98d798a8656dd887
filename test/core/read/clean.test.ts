import { expect, test } from 'vitest';
import { cleanLine, plainMessage } from '../../../src/core/read/clean.ts';

for (const [name, raw, clean] of [
  ['colour', '\x1b[1;31mred\x1b[0m', 'red'],
  ['colour of one byte', '\x9b31mred', 'red'],
  ['window title', '\x1b]0;owned\x07text', 'text'],
  ['link, ended by ST', '\x1b]8;;https://x\x1b\\text\x1b]8;;\x1b\\', 'text'],
  ['other escapes', '\x1b=\x1b>\x1bMtext', 'text'],
  ['rsyslog wrote ESC', '#033[31mred#033[0m', 'red'],
  ['octal ESC', '\\033[31mred', 'red'],
  ['hexadecimal ESC', '\\x1b[31mred\\x1B[0m', 'red'],
  ['JSON ESC', '\\u001b[31mred', 'red'],
  ['a pager wrote ESC', 'ESC[31mredESC[0m', 'red'],
  ['a caret', '^[[31mred', 'red'],
  ['rsyslog wrote a tab', 'a#011b\\011c', 'a\tb\tc'],
  ['rsyslog wrote a line end', 'a#012b#015', 'a\nb'],
  ['entities', '&quot;a&#39;b&#x27; &lt;nil&gt; &amp; c&nbsp;d', "\"a'b' <nil> & c d"],
  ['entities are read once', '&amp;lt;', '&lt;'],
  ['an unknown entity', 'a &foo; b', 'a &foo; b'],
  ['NUL and bell', 'a\0b\x07c', 'abc'],
  ['marks of direction', '\u202ea\u2066b\u200b\ufeff', 'ab'],
  ['a tab stays', 'a\tb', 'a\tb'],
  ['letters stay', 'März №1 日本', 'März №1 日本'],
  ['a number sign is text', 'issue #0333', 'issue #0333'],
] as const) {
  test(`raw, ${name}`, () => expect(cleanLine(raw)).toBe(clean));
}

for (const [name, text, plain] of [
  ['escaped quotes', 'say \\"EOF\\"', 'say "EOF"'],
  ['quotes escaped twice', 'say \\\\\\"EOF\\\\\\"', 'say "EOF"'],
  ['curly quotes', '\u201cEOF\u201d \u2018x\u2019 \u00abno\u00bb', '"EOF" \'x\' "no"'],
  ['a backtick', '`x`', "'x'"],
  ['a written line end', 'one\\n two', 'one two'],
  ['a path of Windows stays', 'C:\\new\\tmp', 'C:\\new\\tmp'],
  ['runs of blanks', ' a \t\n  b\u00a0c ', 'a b c'],
] as const) {
  test(`message, ${name}`, () => expect(plainMessage(text)).toBe(plain));
}
