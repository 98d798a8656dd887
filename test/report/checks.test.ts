import { expect, test } from 'vitest';
import type { CheckResult, Finding } from '../../src/core/types.ts';
import { answerWords, questionOf, refutation, requestsOf, type ToldCheck } from '../../src/report/checks.ts';
import { likely } from './diagnoses.ts';

const finding: Finding = { ...(likely.findings[0] as Finding), checks: [], wanted: [] };
const check: CheckResult = {
  query: { ask: 'sysctl', key: 'user.max_user_namespaces' },
  answer: { known: true, facts: { exists: true, value: 28633, text: '28633' } },
  says: 'refutes',
};

test('an answer: the facts that were tested, and what they say', () => {
  const tested: ToldCheck = { ...check, refutes: [{ fact: 'value', from: 1024 }] };
  expect(answerWords(tested)).toBe('value: 28633; this speaks against it');
  expect(answerWords({ ...check, says: 'unknown', answer: { known: false, why: 'timeout' } })).toBe(
    'no answer in time',
  );
});

test('what tells a suspect: the request of a check first, then a check without answer, then any request', () => {
  const own = { run: 'docker version', why: 'the version' };
  const ofCheck = { run: 'uname -r', why: `${finding.cause}: major below 3 confirms it` };
  const open: ToldCheck = { ...check, says: 'unknown', confirms: [{ fact: 'value', below: 1 }] };
  expect(questionOf({ ...finding, checks: [open], wanted: [own, ofCheck] })).toEqual({
    run: 'uname -r',
    why: 'major below 3 confirms it',
  });
  expect(questionOf({ ...finding, checks: [open], wanted: [own] })).toEqual({
    run: 'sysctl user.max_user_namespaces',
    why: 'It is this if "value" is below 1.',
  });
  expect(questionOf({ ...finding, wanted: [own] })).toEqual(own);
  expect(questionOf(finding)).toBeUndefined();
});

test('a request is filled in, each name as one word', () => {
  const wanted = [{ run: 'getent passwd {user} {group}', why: 'is {user} there' }];
  expect(requestsOf({ ...finding, wanted, captures: { user: 'a b' } })).toEqual([
    { run: "getent passwd 'a b' '<group>'", why: 'is a b there' },
  ]);
});

test('why a suspect was put aside', () => {
  const because = 'the host says otherwise';
  const tested: ToldCheck = { ...check, refutes: [{ fact: 'value', from: 1024 }] };
  expect(refutation({ ...finding, because })).toBe(because);
  expect(refutation({ ...finding, because, checks: [tested] })).toBe(
    'the host says otherwise (sysctl user.max_user_namespaces gives value: 28633)',
  );
});
