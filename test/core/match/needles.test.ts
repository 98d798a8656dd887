import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNeedles } from '../../../src/core/match/needles.ts';

const found = (literals: readonly string[], text: string): readonly string[] => {
  const all: string[] = [];
  createNeedles(literals).find(text, (literal, at) => void all.push(`${literals[literal]}@${at}`));
  return all.toSorted();
};

for (const [name, literals, text, places] of [
  ['at the beginning, within, at the end', ['abcd'], 'abcdabcdxabcd', ['abcd@0', 'abcd@4', 'abcd@9']],
  ['overlapping', ['aaaa'], 'aaaaa', ['aaaa@0', 'aaaa@1']],
  ['one begins like another', ['abcdef', 'abcd'], 'xabcdef', ['abcd@1', 'abcdef@1']],
  ['only the first four letters', ['abcdef'], 'abcdex', []],
  ['cut by the end', ['abcdef'], 'abcde', []],
  ['shorter than a look', ['abcd'], 'abc', []],
  ['no text', ['abcd'], '', []],
  ['no literals', [], 'abcd', []],
  ['letters beyond ASCII', ['日本語日本'], 'x日本語日本', ['日本語日本@1']],
] as const) {
  test(name, () => expect(found(literals, text)).toEqual(places));
}

test('the same places as a naive search', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 4, maxLength: 7 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 60 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 6 }), text, (literals, line) => {
      const naive = literals.flatMap((one) =>
        Array.from({ length: line.length }, (_, at) => at).flatMap((at) =>
          line.startsWith(one, at) ? [`${one}@${at}`] : [],
        ),
      );
      expect(found(literals, line)).toEqual(naive.toSorted());
      expect(createNeedles(literals).has(line)).toBe(naive.length > 0);
    }),
  );
});
