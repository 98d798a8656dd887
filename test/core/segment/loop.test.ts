import { expect, test } from 'vitest';
import type { Segments, Span } from '../../../src/core/segment/attempts.ts';
import { loopOf } from '../../../src/core/segment/loop.ts';

/** F failed, f failed without a process, S started, s stopped. */
const segments = (written: string, some: Partial<Segments> = {}): Segments => ({
  spans: [...written].map(
    (letter, index): Span => ({
      index,
      unit: 'docker.service',
      real: letter !== 'f',
      result: letter === 'S' ? 'started' : letter === 's' ? 'stopped' : 'failed',
      start: `${index}`,
      end: `${index}.5`,
    }),
  ),
  spanOf: [],
  healthyFrom: -1,
  gaveUp: false,
  retrying: false,
  ...some,
});

for (const [name, written, some, loop] of [
  ['two failures', 'FF', {}, { attempts: 2, from: '0', to: '1.5' }],
  ['one failure', 'F', {}, undefined],
  ['one, and systemd gave up', 'F', { gaveUp: true }, { attempts: 1, from: '0', to: '0.5' }],
  ['one, and systemd tries again', 'F', { retrying: true }, { attempts: 1, from: '0', to: '0.5' }],
  ['health between', 'FSF', {}, undefined],
  ['a stop between', 'FFsFF', {}, { attempts: 2, from: '3', to: '4.5' }],
  ['health at the end', 'FFS', {}, undefined],
  ['the limit does not count', 'FFf', {}, { attempts: 2, from: '0', to: '1.5' }],
  ['only the limit', 'f', { gaveUp: true }, undefined],
  ['nothing', '', { gaveUp: true }, undefined],
] as const) {
  test(name, () => expect(loopOf(segments(written, some))).toEqual(loop));
}

test('a loop that begins in the middle counts from its first end', () => {
  const { spans, ...rest } = segments('FF');
  const [{ start: _, ...first } = spans[1] as Span, second] = spans;
  expect(loopOf({ ...rest, spans: [first, second as Span] })).toEqual({ attempts: 2, from: '0.5', to: '1.5' });
});
