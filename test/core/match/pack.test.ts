import { expect, test } from 'vitest';
import { pack, unpack } from '../../../src/core/match/pack.ts';
import { type Signs, signsOf } from '../../../src/core/match/signs.ts';
import { allRules } from '../../diagnose-text.ts';

const signs = signsOf(allRules);
const packed = { signs, ids: allRules.map(({ id }) => id), places: [1, 70_000, 140_001] };

test('what was packed comes out again', () => {
  const again = unpack(pack(packed)) ?? packed;
  expect(again).not.toBe(packed);
  expect(again.ids).toEqual(packed.ids);
  expect(Array.from(again.places)).toEqual(packed.places);
  expect(again.signs.tables).toEqual(signs.tables);
  expect(again.signs.telling).toEqual(signs.telling);
  const targets = Array.from({ length: signs.count }, (_, index) => index);
  expect(targets.map(again.signs.target)).toEqual(targets.map(signs.target));
  const lists = ({ tables, targetsOf }: Signs) =>
    Array.from(tables.places, (_, literal) => [...Array.from(targetsOf(literal))]);
  expect(lists(again.signs)).toEqual(lists(signs));
});

test('bytes of another shape are nothing', () => {
  const bytes = pack(packed);
  bytes[0] = 0;
  expect(unpack(bytes)).toBeUndefined();
});
