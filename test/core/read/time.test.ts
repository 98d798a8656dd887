import { expect, test } from 'vitest';
import { clockOf, readTime } from '../../../src/core/read/time.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

const iso = (printed: string, at = now): string | undefined => {
  const time = readTime(printed, at);
  return time?.scale === 'wall' ? new Date(time.ms).toISOString().replace('.000Z', 'Z') : undefined;
};

/** Whatever the zone, the printed clock is what counts. */
for (const [printed, wall] of [
  ['2026-11-23T07:24:56Z', '2026-11-23T07:24:56Z'],
  ['2026-11-23T07:24:56.5+0900', '2026-11-23T07:24:56.500Z'],
  ['2026-11-23T07:24:56,25+09:00', '2026-11-23T07:24:56.250Z'],
  ['2026-11-23 07:24:56 CET', '2026-11-23T07:24:56Z'],
  ['2014/11/24 15:16:29', '2014-11-24T15:16:29Z'],
  ['  2026-11-23T07:24:56.123456789Z ', '2026-11-23T07:24:56.123Z'],
  ['1795418696', '2026-11-23T07:24:56Z'],
  ['1795418696.250000', '2026-11-23T07:24:56.250Z'],
  ['1795418696250', '2026-11-23T07:24:56.250Z'],
  ['1795418696250000', '2026-11-23T07:24:56.250Z'],
  ['Nov 23 08:24:56', '2026-11-23T08:24:56Z'],
  ['Nov  3 08:24:56.723', '2026-11-03T08:24:56.723Z'],
  ['11월 23 08:24:56', '2026-11-23T08:24:56Z'],
  ['11月 23 08:24:56', '2026-11-23T08:24:56Z'],
  ['Thg 11 23 08:24:56', '2026-11-23T08:24:56Z'],
  ['de nov. 23 08:24:56', '2026-11-23T08:24:56Z'],
  ['พ.ย. 23 08:24:56', '2026-11-23T08:24:56Z'],
  ['ноя 23 08:24:56', '2026-11-23T08:24:56Z'],
] as const) {
  test(`${printed.trim()}: wall clock`, () => expect(iso(printed)).toBe(wall));
}

for (const [today, printed, wall] of [
  ['2026-01-01T00:10:00Z', 'Dec 31 23:59:59', '2025-12-31T23:59:59Z'],
  ['2026-01-01T00:10:00Z', 'Jan  1 00:05:00', '2026-01-01T00:05:00Z'],
  // the host may be a zone ahead
  ['2025-12-31T23:30:00Z', 'Dec 31 23:59:59', '2025-12-31T23:59:59Z'],
  ['2026-11-24T12:00:00Z', 'Nov 25 11:59:59', '2026-11-25T11:59:59Z'],
  ['2026-11-24T12:00:00Z', 'Nov 25 12:00:01', '2025-11-25T12:00:01Z'],
  ['2026-11-24T12:00:00Z', 'Nov 26 12:00:00', '2025-11-26T12:00:00Z'],
  ['2024-03-01T12:00:00Z', 'Feb 29 12:00:00', '2024-02-29T12:00:00Z'],
] as const) {
  test(`${printed}, read on ${today}: its year`, () => expect(iso(printed, Date.parse(today))).toBe(wall));
}

// the year ahead of UTC is never tried: src/core/read/time.ts, readShort begins with the year of now
test('Jan 1 in a zone that is ahead, read on the eve of the new year: the coming year', () => {
  expect(iso('Jan  1 00:30:00', Date.parse('2025-12-31T23:40:00Z'))).toBe('2026-01-01T00:30:00Z');
});

// the day rolls over into March where the year has none: src/core/read/time.ts, readShort
test('Feb 29 read in a year without it: the last year that had one', () => {
  expect(iso('Feb 29 12:00:00', Date.parse('2025-03-10T12:00:00Z'))).toBe('2024-02-29T12:00:00Z');
});

for (const [printed, ms] of [
  ['12.345678', 12_345.678],
  ['0.000001', 0.001],
  ['86400.5', 86_400_500],
] as const) {
  test(`${printed}: since boot`, () => expect(readTime(printed, now)).toEqual({ ms, scale: 'boot' }));
}

for (const printed of ['', '12:30:00', 'Foo 23 08:24:56', 'Nov 23', '1.2.3', '2026-13-45T07:24:56Z', '-5', '1e9']) {
  test(`"${printed}" is no time`, () => expect(readTime(printed, now)).toBeUndefined());
}

for (const [printed, clock] of [
  ['Nov 23 08:24:56.723', '08:24:56'],
  ['2026-11-23T07:24:56Z', '07:24:56'],
  ['12.345', '12.345'],
] as const) {
  test(`the clock of ${printed} is ${clock}`, () => expect(clockOf(printed)).toBe(clock));
}
