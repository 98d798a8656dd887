import { expect, test } from 'vitest';
import { createPlaces } from '../../../src/core/match/places.ts';
import { createScanner } from '../../../src/core/match/scanner.ts';
import { tablesOf } from '../../../src/core/match/tables.ts';

const literals = ['subuid', 'no subuid', 'docker'];
const placesIn = createPlaces(createScanner(tablesOf(literals)));

const found = (text: string): readonly (readonly [string, number])[] => {
  const all: [string, number][] = [];
  placesIn(text, (literal, at) => void all.push([literals[literal] ?? '', at]));
  return all;
};

for (const [text, expected] of [
  [
    'No subuid of docker',
    [
      ['no subuid', 0],
      ['subuid', 3],
      ['docker', 13],
    ],
  ],
  ['사용자 é 🐳 subuid', [['subuid', 9]]],
  ['\ud800 subuid', [['subuid', 2]]],
  [`${'x'.repeat(50_000)}subuid`, [['subuid', 50_000]]],
  ['', []],
] as const) {
  test(`places of "${text.slice(-20)}" count characters`, () => expect(found(text)).toEqual(expected));
}
