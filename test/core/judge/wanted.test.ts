import { expect, test } from 'vitest';
import { meaning, wantedFor, wantedForSilence } from '../../../src/core/judge/wanted.ts';
import type { Segments } from '../../../src/core/segment/attempts.ts';
import type { MarkKind } from '../../../src/core/segment/marks.ts';
import { notableWith, ruleWith, suspectWith } from '../make.ts';

const query = { ask: 'sysctl', key: 'kernel.x' };

for (const [check, words] of [
  [
    { confirms: [{ fact: 'value', below: 1 }], refutes: [{ fact: 'value', from: 9 }] },
    'value below 1 confirms it; value at least 9 rules it out',
  ],
  [
    {
      confirms: [
        { fact: 'a', is: true },
        { fact: 'b', not: 'x' },
      ],
    },
    'a true, b other than x confirms it',
  ],
  [{ refutes: [{ fact: 'a', in: ['x', 'y'] }] }, 'a x or y rules it out'],
] as const) {
  test(words, () => expect(meaning({ query, ...check })).toBe(words));
}

test('its own requests, then the commands of its checks, each once', () => {
  const rule = ruleWith({
    wanted: [{ run: 'docker info', why: 'it tells' }],
    checks: [
      { query, confirms: { fact: 'value', below: 1 } },
      { query, refutes: { fact: 'value', from: 9 } },
      { query: { ask: 'file', path: '{path}' }, confirms: { fact: 'exists', is: false } },
    ],
  });
  const wanted = wantedFor(suspectWith({ rule }));
  expect(wanted.map(({ run }) => run.includes('kernel.x') || run)).toEqual(['docker info', true]);
  expect(wantedFor(suspectWith({ rule, captures: { path: '/etc/x' } })).at(-1)?.run).toContain('/etc/x');
});

test('no more than six', () => {
  const wanted = Array.from({ length: 9 }, (_, index) => ({ run: `run ${index}`, why: 'it tells' }));
  expect(wantedFor(suspectWith({ rule: ruleWith({ wanted }) }))).toHaveLength(6);
});

const segments = (failed: boolean): Segments => ({
  spans: failed ? [{ index: 0, unit: 'docker.service', result: 'failed', real: true }] : [],
  spanOf: [],
  healthyFrom: -1,
  gaveUp: false,
  retrying: false,
});

for (const [name, kinds, failed, cut, programs, why] of [
  ['a failure', ['exited'], true, false, 'journalctl dockerd', /the line that dockerd printed/],
  ['no failure', [], false, false, 'journalctl', /the line that dockerd printed/],
  ['the job failed', ['job-failed'], false, false, 'journalctl dockerd', /the line that dockerd printed/],
  ['a unit before it failed', ['dependency'], false, false, 'journalctl journalctl', /the line that dockerd printed/],
  ['cut', [], true, true, 'journalctl dockerd', /were cut/],
  ['no rights', ['no-rights'], false, true, 'journalctl', /without the right/],
] as const satisfies readonly (readonly [string, readonly MarkKind[], boolean, boolean, string, RegExp])[]) {
  test(`silence, ${name}: ${programs}`, () => {
    const notables = [...kinds.map((kind) => notableWith({}, { kind })), notableWith(cut ? { cut: 'end' } : {})];
    const wanted = wantedForSilence(notables, segments(failed));
    expect(wanted.map(({ run }) => run.split(' ')[1]).join(' ')).toBe(programs);
    expect(wanted[0]?.why).toMatch(why);
  });
}
