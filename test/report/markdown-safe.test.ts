import { expect, test } from 'vitest';
import { code, fenced, prose } from '../../src/report/markdown-safe.ts';

test('a fence is longer than any in the text', () => {
  expect(fenced('a\n```\n<b>\n````\nc')).toBe('`````text\na\n```\n<b>\n````\nc\n`````');
  expect(fenced('plain', 'sh')).toBe('```sh\nplain\n```');
});

test('code on one line cannot be left', () => {
  expect(code('a`b')).toBe('``a`b``');
  expect(code('`a`')).toBe('`` `a` ``');
  expect(code('a\n\n# b')).toBe('`a # b`');
  expect(code('')).toBe('`  `');
});

test.each([
  ['<script>&', '&lt;script&gt;&amp;'],
  ['thank @user', 'thank @<!-- -->user'],
  ['see #12', 'see #<!-- -->12'],
  ['[x](http://evil)', '\\[x\\](http:&#47;/evil)'],
  ['**bold** _it_ `c`', '\\*\\*bold\\*\\* \\_it\\_ \\`c\\`'],
  ['# heading\n- item', '\\# heading - item'],
  ['1. item', '\\1. item'],
  ['www.evil', 'www&#46;evil'],
])('%j is only text', (text, shown) => {
  expect(prose(text)).toBe(shown);
});
