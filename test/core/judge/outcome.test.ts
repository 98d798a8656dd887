import { expect, test } from 'vitest';
import { daemonFailed, outcomeOf } from '../../../src/core/judge/outcome.ts';
import type { Judged } from '../../../src/core/judge/rank.ts';
import type { Notable } from '../../../src/core/match/notable.ts';
import type { MarkKind } from '../../../src/core/segment/marks.ts';
import type { Story } from '../../../src/core/suspect.ts';
import { hitWith, notableWith, suspectWith } from '../make.ts';

const complaint = (some: Parameters<typeof notableWith>[0] = {}): Notable => ({
  ...notableWith(some),
  complaint: true,
});
const mark = (kind: MarkKind): Notable => notableWith({ speaker: 'systemd' }, { kind });

/** Health is proven at the place `healthyFrom`. */
const story = (notables: readonly Notable[], healthyFrom = -1, failed = false): Story => ({
  timed: notables.map((notable) => ({ notable })),
  segments: {
    spans: failed ? [{ index: 0, unit: 'docker.service', result: 'failed', real: true }] : [],
    spanOf: notables.map(() => 0),
    healthyFrom,
    gaveUp: false,
    retrying: false,
  },
});

const likely: Judged = { suspect: suspectWith(), verdict: 'likely' };
const echo: Judged = { suspect: suspectWith({ hits: [hitWith({ weight: 'fallback' })] }), verdict: 'possible' };
const refuted: Judged = { suspect: suspectWith(), verdict: 'refuted' };

const cases: readonly (readonly [string, readonly Judged[], Story, number, string])[] = [
  ['a cause', [likely], story([]), 1, 'found'],
  ['an echo where no daemon failed', [echo], story([]), 1, 'found'],
  ['only an echo of a failure', [echo], story([mark('exited')], -1, true), 1, 'insufficient'],
  ['only an echo, and the daemon complains', [echo], story([complaint()]), 1, 'insufficient'],
  ['an echo that the host proves', [{ ...echo, verdict: 'confirmed' }], story([], -1, true), 1, 'found'],
  ['an echo beside a cause', [likely, echo], story([], -1, true), 1, 'found'],
  ['all refuted', [refuted], story([mark('exited')], -1, true), 1, 'insufficient'],
  ['up', [], story([mark('up')], 0), 1, 'healthy'],
  ['all refuted, and up', [refuted], story([mark('up')], 0), 1, 'healthy'],
  ['trouble before it', [], story([complaint(), mark('exited'), mark('up')], 2), 1, 'healthy'],
  ['a failure behind it', [], story([mark('up'), mark('job-failed')], 0), 1, 'insufficient'],
  ['an error of a running daemon', [], story([mark('up'), complaint({ level: 'error' })], 0), 1, 'healthy'],
  ['its last words', [], story([mark('up'), complaint({ level: 'fatal' })], 0), 1, 'insufficient'],
  ['a client complains', [], story([mark('up'), complaint({ speaker: 'client' })], 0), 1, 'insufficient'],
  ['silence', [], story([]), 1, 'insufficient'],
  ['only a mark', [], story([mark('no-entries')]), 0, 'insufficient'],
  ['about something else', [], story([]), 0, 'unrelated'],
];

for (const [name, judged, told, aboutDocker, outcome] of cases) {
  test(`${name}: ${outcome}`, () => {
    expect(outcomeOf(judged, told, { entries: 9, aboutDocker, cut: 0, warnings: 0 })).toBe(outcome);
  });
}

for (const [name, told, failed] of [
  ['an attempt failed', story([], -1, true), true],
  ['the daemon complains', story([complaint()]), true],
  ['a client complains', story([complaint({ speaker: 'client' })]), false],
  ['the daemon complained before it was up', story([complaint(), mark('up')], 1), false],
  ['nothing', story([]), false],
] as const) {
  test(`${name}: the daemon ${failed ? 'failed' : 'did not fail'}`, () => expect(daemonFailed(told)).toBe(failed));
}
