import { expect, test } from 'vitest';
import { inOrder } from '../../../src/core/segment/order.ts';
import type { Entry } from '../../../src/core/types.ts';
import { notableWith } from '../make.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

/** `10 a`: a at 10 seconds; `a`: without a time; `10:5 a`: a second time within the message. */
const entryOf = (written: string, line: number): Partial<Entry> => {
  const [, at, inner, text = ''] = /^(?:(\d\d)(?::(\d))? )?(.*)$/.exec(written) ?? [];
  return {
    line,
    text,
    ...(at !== undefined && { at: `2026-11-23T08:00:${at}Z` }),
    ...(inner !== undefined && { innerAt: `2026-11-23T07:00:00.${inner}Z` }),
  };
};

const ordered = (...lines: readonly string[]): string =>
  inOrder(
    lines.map((line, index) => notableWith(entryOf(line, index))),
    now,
  )
    .map(({ notable }) => notable.entry.text)
    .join(' ');

for (const [name, lines, found] of [
  ['rising', ['10 a', '11 b', '12 c'], 'a b c'],
  ['reversed', ['12 c', '11 b', '10 a'], 'a b c'],
  ['reversed within one second, told by the inner time', ['10:3 c', '10:2 b', '10:1 a'], 'a b c'],
  ['one second, no inner time', ['10 a', '10 b', '10 c'], 'a b c'],
  ['without a time', ['a', 'b'], 'a b'],
  ['without a time, behind its neighbour', ['10 a', 'x', '12 c', '13 d', '09 z', 'y'], 'z y a x c d'],
  ['two blocks merged', ['10 a', '14 e', '18 i', '11 b', '16 g'], 'a b e g i'],
  ['a second of jitter is no block', ['10 a', '12 c', '11 b', '13 d'], 'a c b d'],
  ['twins of two blocks are one', ['10 a', '11 b', '12 c', '13 d', '10 a', '11 b', '12 c'], 'a b c d'],
  ['twins side by side are two', ['10 a', '10 a', '11 b'], 'a a b'],
  ['twins without a time are two', ['a', 'b', 'c', 'd', 'a'], 'a b c d a'],
  ['nothing', [], ''],
] as const) {
  test(name, () => expect(ordered(...lines)).toBe(found));
}

// only neighbours are compared, so `a` to `c` is no step up: src/core/segment/order.ts, direction
test('lines without a time do not hide which way the time goes', () => {
  expect(ordered('10 a', 'x', '12 c', '09 z', 'y')).toBe('z y a x c');
});

test('reversed within one second, told by the order in which systemd says things', () => {
  const at = '2026-11-23T08:00:10Z';
  const kinds = ['start-failed', 'result', 'exited'] as const;
  const timed = inOrder(
    kinds.map((kind, line) => notableWith({ line, at, text: kind }, { kind })),
    now,
  );
  expect(timed.map(({ notable }) => notable.mark?.kind)).toEqual(['exited', 'result', 'start-failed']);
});

test('a twin that was cut stays, as it says something else', () => {
  const at = '2026-11-23T08:00:10Z';
  const lines = ['a', 'b', 'c', 'a'].map((text, line) =>
    notableWith({ line, at, text, ...(line === 3 && { cut: 'end' }) }),
  );
  expect(inOrder(lines, now)).toHaveLength(4);
});

test('times since boot and times of a clock are not compared', () => {
  const lines = ['2026-11-23T08:00:10Z', '5.000000', '2026-11-23T08:00:11Z', '6.000000'].map((at, line) =>
    notableWith({ line, at, text: String(line) }),
  );
  expect(inOrder(lines, now).map(({ notable }) => notable.entry.text)).toEqual(['0', '1', '2', '3']);
});

test('the state that a status view shows stands at the time since which it holds', () => {
  const since = 'Mon 2026-11-23 08:00:20 CET';
  const active = notableWith({ line: 0, text: 'active' }, { kind: 'active', since });
  const lines = [active, notableWith(entryOf('10 a', 1)), notableWith(entryOf('30 b', 2))];
  expect(inOrder(lines, now).map(({ notable }) => notable.entry.text)).toEqual(['a', 'active', 'b']);
});
