import { expect, test } from 'vitest';
import type { Diagnosis, Step } from '../../src/core/types.ts';
import { jsonlOf, jsonOf, objectOf } from '../../src/report/json.ts';
import { confirmed, healthy, insufficient, likely, line, possible, several, unrelated } from './diagnoses.ts';
import { schemaProblems } from './schema.ts';

test.each([likely, possible, confirmed, insufficient, healthy, unrelated])(
  '$input, $outcome keeps the schema',
  (one) => {
    expect(schemaProblems(JSON.parse(jsonOf([one])))).toEqual([]);
  },
);

const steps: readonly Step[] = [
  { say: 'x' },
  { run: ['id'], as: 'user' },
  { json: '/x', set: { a: [1, { b: null }] }, remove: ['c'] },
  { line: '/x', add: 'a', remove: 'b' },
  { sysctl: 'a.b', value: 1, file: '/x' },
  { dropin: 'a.service', name: 'x.conf', text: 't' },
  { systemctl: ['restart', 'a.service'], user: true },
  { member: 'a', group: 'b' },
  { install: 'a' },
  { module: 'a' },
  { aside: '/a' },
  { write: '/a', text: 'b' },
];

test('every kind of step keeps the schema', () => {
  const fixes = [
    { title: 'All', risk: 'safe', cost: 'c', undo: 'u', when: { distro: ['a'], docker: { from: '1' } }, steps },
  ];
  const findings = [{ ...likely.findings[0], fixes }] as Diagnosis['findings'];
  expect(schemaProblems(objectOf({ ...likely, findings }))).toEqual([]);
});

test('the schema refuses what is not so', () => {
  const good = JSON.parse(jsonOf([likely])) as Record<string, unknown>;
  expect(schemaProblems({ ...good, version: 2 })).toEqual(['$.version is not 1']);
  expect(schemaProblems({ ...good, outcome: 'fine' })).toEqual(['$.outcome is none of the enum']);
  expect(schemaProblems({ ...good, extra: 1 })).toEqual(['$.extra is not in the schema']);
  expect(schemaProblems({ ...good, notes: 'x' })).toEqual(['$.notes is no array']);
  const { findings, ...rest } = good;
  expect(schemaProblems(rest)).toEqual(['$.findings is missing']);
  expect(
    schemaProblems({
      ...good,
      findings: [{ ...(findings as object[])[0], fixes: [{ title: 'a', risk: 'safe', steps: [{}] }] }],
    }),
  ).toEqual(['$.findings[0].fixes[0].steps[0] fits 0 of oneOf']);
});

test('one input is an object, several are an array, none is an empty one', () => {
  expect(JSON.parse(jsonOf([likely]))).toHaveProperty('outcome', 'found');
  expect(JSON.parse(jsonOf(several))).toHaveLength(several.length);
  expect(JSON.parse(jsonOf([]))).toEqual([]);
});

test('jsonl: one line each', () => {
  const lines = jsonlOf(several).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((text) => (JSON.parse(text) as Diagnosis).input)).toEqual(several.map(({ input }) => input));
});

test('what was captured is filled in, what was not stays open', () => {
  const [finding] = objectOf(likely).findings;
  expect(finding?.title).toBe('dockremap has no range of subordinate ids in /etc/subuid or /etc/subgid');
  expect(finding?.fixes[0]?.steps[0]).toEqual({ line: '/etc/subuid', add: 'dockremap:{free-range}:65536' });
});

test('secrets stay at home, and no control or bidi character gets out', () => {
  const text = 'proxy http://u:hunter2@host \x1b[31m \u202e';
  const json = jsonOf([{ ...healthy, seen: [line('a', 1, text)], notes: [text] }]);
  expect(json).not.toMatch(/hunter2|\u202e|\\u001b/);
  expect((JSON.parse(json) as Diagnosis).notes).toEqual(['proxy http://[redacted]@host \\x1b[31m \\u202e']);
});

test('only what the contract names is printed', () => {
  const more = {
    ...likely,
    internal: 'x',
    findings: [{ ...likely.findings[0], place: 'now' }],
  } as unknown as Diagnosis;
  expect(jsonOf([more])).not.toMatch(/internal|"place"/);
});
