import { expect, test } from 'vitest';
import { type Segments, segment } from '../../../src/core/segment/attempts.ts';
import { type Mark, markOf } from '../../../src/core/segment/marks.ts';
import { entryWith } from '../make.ts';

const unit = 'docker.service';

/** Words for the lines of systemd and dockerd, so that a story is one line. */
const said: Readonly<Record<string, readonly ['systemd' | 'daemon', string]>> = {
  starting: ['systemd', `Starting ${unit} - Docker`],
  started: ['systemd', `Started ${unit} - Docker`],
  exited: ['systemd', `${unit}: Main process exited, code=exited, status=1/FAILURE`],
  clean: ['systemd', `${unit}: Main process exited, code=exited, status=0/SUCCESS`],
  term: ['systemd', `${unit}: Main process exited, code=killed, status=15/TERM`],
  result: ['systemd', `${unit}: Failed with result 'exit-code'.`],
  failed: ['systemd', `Failed to start ${unit} - Docker`],
  timeout: ['systemd', `${unit}: start operation timed out. Terminating.`],
  restart: ['systemd', `${unit}: Scheduled restart job, restart counter is at 1.`],
  limit: ['systemd', `${unit}: Start request repeated too quickly.`],
  limited: ['systemd', `${unit}: Failed with result 'start-limit-hit'.`],
  stopping: ['systemd', `Stopping ${unit} - Docker`],
  stopped: ['systemd', `Stopped ${unit} - Docker`],
  dead: ['systemd', 'Active: failed (Result: exit-code)'],
  launch: ['daemon', 'Starting up'],
  up: ['daemon', 'Daemon has completed initialization'],
  trouble: ['daemon', 'no space'],
};

const markFor = (
  word: string,
  pid: number | undefined,
): { mark?: Mark; text: string; speaker: 'systemd' | 'daemon' } => {
  const [speaker, text] = said[word] ?? ['daemon', word];
  const mark = markOf(entryWith({ speaker, text, ...(pid !== undefined && { pid }) }));
  return { text, speaker, ...(mark && { mark }) };
};

/** `launch@5`: by the process 5. The time of each line is its place. */
const story = (words: string): Segments =>
  segment(
    words.split(' ').map((word, order) => {
      const [name = '', pid] = word.split('@');
      const number = pid === undefined ? undefined : Number(pid);
      const { mark, text, speaker } = markFor(name, number);
      const entry = entryWith({
        text,
        speaker,
        line: order,
        at: String(order),
        ...(number !== undefined && { pid: number }),
      });
      return { notable: { entry, order, hits: [], complaint: false, ...(mark && { mark }) } };
    }),
  );

const results = ({ spans }: Segments): string => spans.map(({ result }) => result).join(' ');

const failure = 'starting launch trouble exited result failed';

for (const [name, words, found, spanOf] of [
  ['one failure', failure, 'failed', '0 0 0 0 0 0'],
  ['a restart loop', `${failure} restart stopped ${failure}`, 'failed failed', '0 0 0 0 0 0 0 0 1 1 1 1 1 1'],
  ['without the lines of systemd', 'launch trouble launch@2 trouble', 'unknown unknown', undefined],
  ['told apart by their processes', 'launch@1 trouble launch@2 trouble', 'unknown unknown', '0 0 1 1'],
  ['begins in the middle', `trouble exited result failed restart ${failure}`, 'failed failed', undefined],
  ['begins in the middle: its lines belong to it', 'trouble trouble exited result failed', 'failed', '0 0 0 0 0'],
  ['recovery', `${failure} restart starting launch up started`, 'failed started', undefined],
  ['Type=simple: started, then it exits', 'started trouble exited result', 'failed', '0 0 0 0'],
  ['a clean stop', 'starting launch up started stopping clean stopped', 'stopped', undefined],
  ['stopped by SIGTERM', 'starting up started stopping term stopped', 'stopped', undefined],
  ['a timeout', 'starting launch timeout result failed', 'failed', '0 0 0 0 0'],
  ['only systemd', 'starting exited result failed', 'failed', '0 0 0 0'],
  ['only the limit', 'limit limited failed', 'failed', '0 0 0'],
  ['no line of a start', 'trouble trouble', '', '-1 -1'],
] as const) {
  test(`${name}: ${found}`, () => {
    expect(results(story(words))).toBe(found);
    if (spanOf !== undefined) expect(story(words).spanOf.join(' ')).toBe(spanOf);
  });
}

test('an attempt has its beginning, its end, and what systemd said of it', () => {
  expect(story(failure).spans.map(({ reason: _, ...span }) => span)).toEqual([
    {
      index: 0,
      unit,
      start: '0',
      end: '5',
      result: 'failed',
      status: 'code=exited, status=1/FAILURE',
      real: true,
    },
  ]);
});

// `exited` comes first and names no reason, which is kept as an empty one: src/core/segment/attempts.ts, failing
test('the reason is the first that systemd names', () => {
  expect(story(failure).spans[0]?.reason).toBe('exit-code');
});

// follows from the lost result of `Active:`: src/core/segment/marks.ts
test('a status view that shows a failure ends health', () => {
  expect(story('starting launch up started dead').healthyFrom).toBe(-1);
});

// `Starting up` behind `Started` opens another attempt: src/core/segment/attempts.ts, launch
for (const [words, found] of [
  ['started launch trouble exited result', 'failed'],
  ['started launch exited result restart started launch exited result', 'failed failed'],
] as const) {
  test(`Type=simple, "${words}": ${found}`, () => expect(results(story(words))).toBe(found));
}

test('the start limit is no attempt of its own', () => {
  const { spans, gaveUp } = story(`${failure} restart limit limited failed`);
  expect([spans.length, gaveUp]).toEqual([1, true]);
});

test('the limit alone is an attempt at which nothing ran', () => {
  expect(story('limit limited failed').spans).toMatchObject([{ real: false, reason: 'start-limit-hit' }]);
});

for (const [words, healthyFrom, gaveUp, retrying] of [
  [failure, -1, false, false],
  ['starting launch up started', 3, false, false],
  ['starting launch up started exited', -1, false, false],
  [`${failure} restart`, -1, false, true],
  [`${failure} restart limit`, -1, true, true],
  [`${failure} restart limit starting`, -1, false, true],
  [`${failure} restart starting up`, 8, false, false],
] as const) {
  test(`after "${words}": health from ${healthyFrom}`, () => {
    expect(story(words)).toMatchObject({ healthyFrom, gaveUp, retrying });
  });
}
