import { expect, test } from 'vitest';
import { readable } from '../../../src/core/read/epoch.ts';

for (const [printed, found] of [
  ['1795418696', '2026-11-23T07:24:56.000Z'],
  ['1795418696.25', '2026-11-23T07:24:56.250Z'],
  ['1795418696250', '2026-11-23T07:24:56.250Z'],
  ['1795418696250000', '2026-11-23T07:24:56.250Z'],
  ['1795418696000000000', '2026-11-23T07:24:56.000Z'],
  ['12.345678', '12.345678'],
  ['Nov 23 08:24:56', 'Nov 23 08:24:56'],
  ['17954186962', '17954186962'],
] as const) {
  test(`${printed} reads ${found}`, () => expect(readable(printed)).toBe(found));
}
