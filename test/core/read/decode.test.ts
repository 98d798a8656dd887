import { expect, test } from 'vitest';
import { createDecoder, type Piece } from '../../../src/core/read/decode.ts';
import { encodingOf } from '../../../src/core/read/encoding.ts';
import { longestPiece } from '../../../src/core/read/piece.ts';
import { bytesOf, pieces } from '../read-text.ts';

const decode = (bytes: Uint8Array, size = Math.max(1, bytes.length)): readonly Piece[] => {
  const found: Piece[] = [];
  const decoder = createDecoder((piece) => void found.push(piece));
  for (const chunk of pieces(bytes, size)) decoder.push(chunk);
  decoder.end();
  return found;
};

const short = (found: readonly Piece[]): readonly string[] =>
  found.map(({ text, line, first, last }) => `${line}${first ? '' : '<'}${last ? '' : '>'} ${text}`);

const utf16 = (text: string, bigEndian: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

const text = 'März one\ntwo, two\nthree';

for (const [name, bytes, encoding] of [
  ['UTF-8', bytesOf(text), 'utf-8'],
  ['UTF-16LE', utf16(text, false), 'utf-16le'],
  ['UTF-16BE', utf16(text, true), 'utf-16be'],
  ['UTF-16LE with mark', utf16(`\ufeff${text}`, false), 'utf-16le'],
  ['UTF-16BE with mark', utf16(`\ufeff${text}`, true), 'utf-16be'],
  ['UTF-8 with NULs', bytesOf('a\0\0\0b\0\0\0cccccc'), 'utf-8'],
  ['too short to tell', Uint8Array.of(97, 0, 98, 0), 'utf-8'],
  ['nothing', new Uint8Array(), 'utf-8'],
] as const) {
  test(`${name} is told by its bytes`, () => expect(encodingOf(bytes)).toBe(encoding));
}

for (const size of [1000, 20, 9]) {
  for (const bigEndian of [false, true]) {
    test(`UTF-16${bigEndian ? 'BE' : 'LE'} in chunks of ${size}`, () => {
      expect(decode(utf16(text, bigEndian), size).map((piece) => piece.text)).toEqual(text.split('\n'));
    });
  }
}

for (const [name, input, found] of [
  ['lines', 'one\ntwo\n', ['1 one', '2 two']],
  ['no line end behind the last', 'one\ntwo', ['1 one', '2 two']],
  ['empty lines', '\n\none\n', ['1 ', '2 ', '3 one']],
  ['CR LF', 'one\r\ntwo\r\n', ['1 one', '2 two']],
  ['a progress bar', '10%\r50%\r100%\nnext\n', ['1 10%', '1 50%', '1 100%', '2 next']],
  ['several CR are one', 'one\r\r\ntwo\r\rthree\n', ['1 one', '2 two', '2 three']],
  ['a mark of UTF-8', '\ufeffone\n', ['1 one']],
  ['nothing', '', []],
] as const) {
  for (const size of [1000, 1]) {
    test(`${name}, in chunks of ${size}`, () => expect(short(decode(bytesOf(input), size))).toEqual(found));
  }
}

test('a character of several bytes is whole wherever a chunk ends', () => {
  const letters = 'é 月 🐳 ม';
  for (const size of [1, 2, 3, 5]) expect(short(decode(bytesOf(letters), size))).toEqual([`1 ${letters}`]);
});

test('broken UTF-8 is a mark, and the next line is whole', () => {
  const bytes = Uint8Array.from([0xff, 0x80, 10, ...bytesOf('two\n'), 0xe6, 0x9c]);
  for (const size of [100, 1]) expect(short(decode(bytes, size))).toEqual(['1 \ufffd\ufffd', '2 two', '3 \ufffd']);
});

const long = 'x'.repeat(2 * longestPiece + 10);

test('an overlong line comes in parts of one line', () => {
  // a chunk ends where the line does
  const found = decode(bytesOf(`${long}\nnext\n`), 3121);
  expect(found.map((piece) => piece.text.length)).toEqual([longestPiece, longestPiece, 10, 4]);
  expect(found.map(({ first, last, line }) => [first, last, line])).toEqual([
    [true, false, 1],
    [false, false, 1],
    [false, true, 1],
    [true, true, 2],
  ]);
});

test('an overlong line without an end comes to an end', () => {
  const found = decode(bytesOf(long), 4096);
  expect(found.map(({ last }) => last)).toEqual([false, false, true]);
  expect(found.map((piece) => piece.text).join('')).toBe(long);
});

test('an overlong line comes in the same parts whatever the chunk size', () => {
  expect(short(decode(bytesOf(`${long}\nnext\n`)))).toEqual(short(decode(bytesOf(`${long}\nnext\n`), 4096)));
});
