import { expect, test } from 'vitest';
import { checkRule } from '../../../src/core/rules/check-rule.ts';
import { patternProblems } from '../../../src/rulebook/pattern.ts';
import { rawRule } from '../make.ts';

const problemsOf = (data: unknown): readonly string[] =>
  checkRule(data, patternProblems).map(({ path, message }) => `${path}: ${message}`);

const fix = { title: 'Mend it', risk: 'safe', steps: [{ say: 'Mend it.' }] };
const symptom = { line: 'something is wrong' };
const query = { ask: 'sysctl', key: 'kernel.x' };
const confirms = { fact: 'value', is: 1 };

const withFix = (some: object): object => ({ fixes: [fix, { ...fix, ...some }] });
const withStep = (step: unknown): object => withFix({ steps: [{ say: 'Mend it.' }, step] });
const withSymptom = (some: object): object => ({ symptoms: [symptom, { ...symptom, ...some }] });
const withCheck = (some: object): object => ({ checks: [{ query, confirms, ...some }] });

/** What is changed in a good rule; the one problem that must come of it, by its path and words. */
const cases: readonly (readonly [object, string])[] = [
  [{ colour: 'red' }, 'colour: unknown key'],
  [{ id: 5 }, 'id: must be text (YAML read a number'],
  [{ id: 'Group/Slug' }, 'id: must be group/slug'],
  [{ id: 'slug' }, 'id: must be group/slug'],
  [{ title: '' }, 'title: is empty'],
  [{ title: 'x'.repeat(111) }, 'title: is longer than 110'],
  [{ title: 'It is wrong.' }, 'title: ends in a full stop'],
  [{ title: '{user} is wrong' }, 'title: holds a {capture}'],
  [{ title: 'a\x1b[31m' }, 'title: holds a control character'],
  [{ title: 'a\u202e' }, 'title: holds a control character'],
  [{ headline: 5 }, 'headline: must be text'],
  [{ explain: undefined }, 'explain: must be text'],
  [{ symptoms: 'x' }, 'symptoms: must be a list'],
  [{ symptoms: [] }, 'symptoms: needs at least one'],
  [{ symptoms: [symptom, 'x'] }, 'symptoms[1]: must be a mapping'],
  [withSymptom({ colour: 1 }), 'symptoms[1].colour: unknown key'],
  [withSymptom({ line: undefined }), 'symptoms[1].line: must be text'],
  [withSymptom({ line: 'something (' }), 'symptoms[1].line: is not a regular expression'],
  [withSymptom({ line: 'short' }), 'symptoms[1].line: has an alternative without 8'],
  [withSymptom({ with: 'short' }), 'symptoms[1].with: has an alternative without 8'],
  [withSymptom({ weight: 'heavy' }), 'symptoms[1].weight: must be one of: states'],
  [withSymptom({ level: 'loud' }), 'symptoms[1].level: must be one of: debug'],
  [withSymptom({ from: 'daemon' }), 'symptoms[1].from: must be a list'],
  [withSymptom({ from: ['container'] }), 'symptoms[1].from: must be one of: daemon'],
  [withSymptom({ captures: { user: 'user' } }), 'symptoms[1].captures.user: the pattern has no group'],
  [withSymptom({ line: 'something (?<x>\\w+)' }), 'symptoms[1].captures: the group x has no type'],
  [
    withSymptom({ line: 'something (?<x>\\w+)', captures: { x: 'colour' } }),
    'symptoms[1].captures.x: must be one of: user',
  ],
  [{ unless: [{ line: 'short' }] }, 'unless[0].line: has an alternative'],
  [{ unless: [{ line: 'something is fine', scope: 'host' }] }, 'unless[0].scope: must be one of: line, attempt'],
  [{ unless: ['x'] }, 'unless[0]: must be a mapping'],
  [{ checks: [{ confirms }] }, 'checks[0]: must have a query'],
  [{ checks: [{ query }] }, 'checks[0]: neither confirms nor refutes'],
  [withCheck({ query: { ask: 'oracle' } }), 'checks[0].query.ask: no such kind of probe: oracle'],
  [withCheck({ query: { ask: 'sysctl' } }), 'checks[0].query.key: is missing'],
  [withCheck({ query: { ...query, key: 5 } }), 'checks[0].query.key: must be a text'],
  [withCheck({ query: { ...query, colour: 'x' } }), 'checks[0].query.colour: unknown key'],
  [withCheck({ query: { ...query, key: '{user}' } }), 'checks[0].query.key: {user} is captured by no symptom'],
  [withCheck({ confirms: { fact: 'colour', is: 1 } }), 'checks[0].confirms[0].fact: sysctl has no fact colour'],
  [withCheck({ confirms: [confirms, { fact: 'value' }] }), 'checks[0].confirms[1]: tests nothing'],
  [withCheck({ confirms: { fact: 'value', is: 'x' } }), 'checks[0].confirms[0].is: value is a number'],
  [withCheck({ refutes: { fact: 'value', below: 'x' } }), 'checks[0].refutes[0].below: compares numbers'],
  [withCheck({ given: 'x' }), 'checks[0].given: must have query'],
  [withCheck({ given: { query, holds: { fact: 'value' } } }), 'checks[0].given.holds[0]: tests nothing'],
  [{ fixes: [] }, 'fixes: needs at least one'],
  [{ fixes: [fix, 5] }, 'fixes[1]: must be a mapping'],
  [withFix({ risk: 'none' }), 'fixes[1].risk: must be one of: safe'],
  [withFix({ title: undefined }), 'fixes[1].title: must be text'],
  [withFix({ cost: 5 }), 'fixes[1].cost: must be text'],
  [withFix({ when: 'debian' }), 'fixes[1].when: must be a mapping'],
  [withFix({ when: { distro: 'debian' } }), 'fixes[1].when.distro: must be a list'],
  [withFix({ when: { colour: 1 } }), 'fixes[1].when.colour: unknown key'],
  [withFix({ steps: [] }), 'fixes[1].steps: needs at least one'],
  [withStep({ shout: 'x' }), 'fixes[1].steps[1]: must begin with one of'],
  [withStep({ run: 'docker info' }), 'fixes[1].steps[1].run: must be a list'],
  [withStep({ run: [] }), 'fixes[1].steps[1].run: needs at least 1'],
  [withStep({ run: ['docker', 5] }), 'fixes[1].steps[1].run[1]: must be text'],
  [withStep({ run: ['docker'], colour: 1 }), 'fixes[1].steps[1].colour: unknown key'],
  [withStep({ json: '/etc/docker/daemon.json' }), 'fixes[1].steps[1]: json needs set'],
  [withStep({ sysctl: 'kernel.x', file: 'x', value: '1' }), 'fixes[1].steps[1].value: must be a number'],
  [withStep({ run: ['echo', '{user}'] }), 'fixes[1].steps[1]: {user} is captured by no symptom'],
  [withStep({ run: ['setenforce', '0'] }), 'fixes[1].steps[1]: is never advised: turns SELinux off'],
  [withStep({ systemctl: ['stop', 'firewalld'] }), 'fixes[1].steps[1]: is never advised: turns the firewall off'],
  [withStep({ run: ['rm', '-rf', '/var/lib/docker'] }), 'fixes[1].steps[1]: is never advised: removes the whole'],
  [
    withStep({ run: ['chmod', '666', '/var/run/docker.sock'] }),
    'fixes[1].steps[1]: is never advised: opens the socket',
  ],
  [withStep({ run: ['docker', 'system', 'prune', '-a'] }), 'fixes[1].steps[1]: is never advised: prunes'],
  [{ wanted: [{ run: 'x' }] }, 'wanted[0].why: must be text'],
  [{ wanted: [5] }, 'wanted[0]: must have run and why'],
  [{ audit: 'yes' }, 'audit: must be true or false'],
  [{ frequency: 'often' }, 'frequency: must be one of: common'],
  [{ overrules: [5] }, 'overrules[0]: must be text'],
  [{ references: [] }, 'references: needs at least 1'],
  [{ examples: { hit: ['x'], miss: [] } }, 'examples.miss: needs at least 1'],
  [{ examples: { hit: 'x', miss: ['x'] } }, 'examples.hit: must be a list'],
  [{ examples: undefined }, 'examples: must have hit'],
];

for (const [change, problem] of cases) {
  test(problem, () => {
    const [found, ...others] = new Set(problemsOf({ ...rawRule, ...change }));
    expect([found?.slice(0, problem.length), ...others]).toEqual([problem]);
  });
}

test('a good rule has no problem', () => {
  const good = {
    ...rawRule,
    headline: '{user} is wrong',
    symptoms: [{ line: 'something of (?<user>\\w+)', captures: { user: 'user' }, from: ['daemon'], level: 'info' }],
    unless: [{ line: 'something is fine', scope: 'attempt' }],
    checks: [{ query: { ask: 'sysctl', key: '{user}' }, confirms: [confirms], refutes: confirms }],
    fixes: [
      { ...fix, when: { distro: ['debian'], rootless: true }, steps: [{ line: '/etc/x', add: '{user}:{free-range}' }] },
    ],
  };
  expect(problemsOf(rawRule)).toEqual([]);
  expect(problemsOf(good)).toEqual([]);
});

for (const data of [undefined, null, 5, 'x', []]) {
  test(`${JSON.stringify(data)} is no rule`, () =>
    expect(problemsOf(data)).toEqual([expect.stringContaining('must be a mapping')]));
}

// what every object inherits is taken for a fact: src/core/rules/check-checks.ts, checkTest
test('a fact that every object inherits is none', () => {
  const change = withCheck({ confirms: { fact: 'constructor', not: 1 } });
  expect(problemsOf({ ...rawRule, ...change })[0]).toContain('checks[0].confirms[0].fact: sysctl has no fact');
});

// a group of this name is taken for declared: src/core/rules/check-symptoms.ts, checkCaptures
test('a group that every object inherits needs a type too', () => {
  expect(problemsOf({ ...rawRule, ...withSymptom({ line: 'something (?<constructor>\\w+)' }) })).toHaveLength(1);
});
