import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMarks, markLines } from '../../../src/core/read/line-marks.ts';
import { bytesOf } from '../read-text.ts';

const marked = (
  text: string,
  offset = 0,
): { readonly starts: readonly number[]; readonly special: readonly string[] } => {
  const encoded = bytesOf(text);
  const bytes = new Uint8Array((offset + encoded.length + 3) & ~3);
  bytes.set(encoded, offset);
  const marks = createMarks(bytes.length);
  markLines(marks, bytes, new Int32Array(bytes.buffer), offset, offset + encoded.length);
  const starts = [...marks.starts.subarray(0, marks.count + 1)].map((at) => at - offset);
  const lines = text.split('\n');
  return { starts, special: [...marks.special.subarray(0, marks.specials)].map((index) => lines[index] ?? '') };
};

test('lines begin behind line feeds, wherever the bytes lie', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\t', 'é', '\0', '\u000e') }),
      fc.nat(7),
      (some, offset) => {
        const text = `${some}\n`;
        const expected = [0];
        for (const [at, byte] of bytesOf(text).entries()) if (byte === 10) expected.push(at + 1);
        expect(marked(text, offset).starts).toEqual(expected);
      },
    ),
  );
});

for (const [line, is] of [
  ['', true],
  ['{"a":1}', true],
  ['  [{"a":1}', true],
  ['data: {"a":1}', true],
  ['dockerd: x', false],
  ['__CURSOR=x', true],
  ['> quoted', true],
  ['\u001e{"a":1}', true],
  ['● docker.service - Docker', true],
  ['docker.service - Docker', true],
  ['Mon 2026-11-23 08:24:56 UTC [s=abc;i=1]', true],
  ['progress 1\rprogress 2', true],
  ['Nov 23 08:24:56 host1 x\r', false],
  ['Nov 23 08:24:56 host1 docker.service: x', false],
  ['2026-11-23T08:24:56Z host1 x', false],
  ['bare text', false],
] as const) {
  test(`"${line}" ${is ? 'has to be read' : 'may be passed over'}`, () =>
    expect(marked(`bare\n${line}\nbare\n`).special).toEqual(is ? [line] : []));
}
