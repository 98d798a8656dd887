import { expect, test } from 'vitest';
import { encodingOf, markLength, transcoderFor } from '../../../src/core/read/encoding.ts';
import { bytesOf } from '../read-text.ts';

const utf16 = (text: string, big = false): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

for (const [name, bytes, encoding] of [
  ['a mark', utf16('\ufeffa'), 'utf-16le'],
  ['a mark, big end first', utf16('\ufeffa', true), 'utf-16be'],
  ['no mark', utf16('Nov 23 dockerd'), 'utf-16le'],
  ['no mark, big end first', utf16('Nov 23 dockerd', true), 'utf-16be'],
  ['plain text', bytesOf('Nov 23 dockerd'), 'utf-8'],
  ['NULs among others', bytesOf('a\0\0\0\0\0\0\0\0b\0\0\0\0'), 'utf-8'],
  ['nothing', new Uint8Array(), 'utf-8'],
] as const) {
  test(`the encoding by ${name}`, () => expect(encodingOf(bytes)).toBe(encoding));
}

test('a character that is cut by a chunk is put together', () => {
  const bytes = utf16('Nov 23 요약 dockerd');
  const { push, end } = transcoderFor(bytes);
  const parts = [push(bytes.subarray(0, 15)), push(bytes.subarray(15)), end()];
  expect(new TextDecoder().decode(Uint8Array.from(parts.flatMap((part) => [...part])))).toBe('Nov 23 요약 dockerd');
});

test('the mark of UTF-8', () => {
  expect(markLength(bytesOf('\ufeffx'))).toBe(3);
  expect(markLength(bytesOf('x'))).toBe(0);
});
