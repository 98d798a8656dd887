import { expect, test } from 'vitest';
import { audited, auditQueries, isAccused, namedByHost } from '../../../src/core/judge/audit.ts';
import { checkResults } from '../../../src/core/judge/checks.ts';
import type { AskedQuery, Rule } from '../../../src/core/types.ts';
import { allRules } from '../../diagnose-text.ts';

const rule = (id: string): Rule => {
  const found = allRules.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

const remap = (facts: Record<string, string | number | boolean>): AskedQuery => ({
  query: { ask: 'remap' },
  answer: { known: true, facts: { set: true, value: 'anna', user: 'anna', group: 'anna', ...facts } },
});

test('only rules that are marked for it are asked, and none that is a suspect already', () => {
  const rules = [rule('userns/remap-user-missing'), rule('userns/max-user-namespaces')];
  expect(auditQueries(rules, []).map(({ ask }) => ask)).toContain('remap');
  expect(auditQueries(rules, []).map(({ ask }) => ask)).not.toContain('sysctl');
  const suspect = { rule: rules[0] as Rule, hits: [], evidence: [], captures: {}, place: 'now' } as const;
  expect(auditQueries(rules, [suspect])).toEqual([]);
});

test('what the host proves becomes a suspect, with what it named', () => {
  const answers = [remap({ 'user-exists': false, 'group-exists': true })];
  const [suspect, ...others] = audited([rule('userns/remap-user-missing')], [], answers);
  expect(others).toEqual([]);
  expect(suspect).toMatchObject({ place: 'host', hits: [], captures: { user: 'anna' } });
});

test('an answer that is unknown, or says otherwise, makes no suspect', () => {
  const rules = [rule('userns/remap-user-missing')];
  expect(audited(rules, [], [remap({ 'user-exists': true, 'group-exists': true })])).toEqual([]);
  expect(audited(rules, [], [{ query: { ask: 'remap' }, answer: { known: false, why: 'denied' } }])).toEqual([]);
});

test('a number is no name, and a value that does not fit its type is not used', () => {
  const named = (user: string) => {
    const answers = [remap({ user, value: user, 'user-exists': false })];
    const one = rule('userns/remap-user-missing');
    return namedByHost(one, checkResults(one, {}, answers));
  };
  expect(named('1000')).toMatchObject({ uid: '1000' });
  expect(named('1000')).not.toHaveProperty('user');
  expect(named('$(reboot)')).not.toHaveProperty('user');
});

test('likely and confirmed accuse, possible and refuted do not', () => {
  const suspect = { rule: rule('limits/pids'), hits: [], evidence: [], captures: {}, place: 'now' } as const;
  expect(
    isAccused([
      { suspect, verdict: 'possible' },
      { suspect, verdict: 'refuted' },
    ]),
  ).toBe(false);
  expect(isAccused([{ suspect, verdict: 'likely' }])).toBe(true);
});
