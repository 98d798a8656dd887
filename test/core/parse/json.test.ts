import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault, parseJson } from '../../../src/core/parse/json.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('what it takes for JSON is what JSON.parse takes', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\u00e9"',
    '"\\x"',
    '1',
    '-0.5e+3',
    '01',
    'true',
    'nul',
    ' ',
    '\n',
    '"\n"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(jsonFault(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 2000 },
  );
  fc.assert(fc.property(fc.json(), (text) => jsonFault(text) === undefined));
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, cut) => {
      const part = text.slice(0, cut % (text.length + 1));
      expect(jsonFault(part) === undefined).toBe(isJson(part));
    }),
  );
});

test.each([
  ['{"a": 1 "b": 2}', 'line 1, column 9: a comma or } is missing'],
  ['{\n  "a": 1,\n}', 'line 3, column 1: a name in double quotes is missing (is there a comma too many before it?)'],
  ["{'a': 1}", 'line 1, column 2: a name in double quotes or } is missing'],
  ['{"a" 1}', 'line 1, column 6: a colon is missing'],
  ['{"a": yes}', 'line 1, column 7: a value is missing'],
  ['[1, 2', 'line 1, column 6: the file ends too early'],
  ['{"a": "b', 'line 1, column 9: a text in quotes does not end'],
  ['{"a": "b\n"}', 'line 1, column 9: a text in quotes does not end on its line'],
  ['{"a": "\\d"}', 'line 1, column 8: a backslash is followed by a character that may not stand there'],
  ['{}}', 'line 1, column 3: something follows after the end'],
])('%j says where', (text, error) => {
  expect(parseJson(text)).toMatchObject({ state: 'invalid', error });
});

test('encodings', () => {
  expect(parseJson('')).toEqual({ state: 'empty' });
  expect(parseJson('\uFEFF[1]')).toEqual({ state: 'encoding', mark: true, value: [1] });
  expect(parseJson('\uFFFD\uFFFD{\0}\0')).toEqual({ state: 'encoding', mark: true });
});
