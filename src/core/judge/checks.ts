import { fill } from '../rules/captures.ts';
import type { Answer, AskedQuery, Captures, Check, CheckResult, Query, Rule, Scalar, Test } from '../types.ts';

/** A query with its captures filled in; nothing where one was not captured. */
export const fillQuery = (query: Query, captures: Captures): Query | undefined => {
  const filled: Record<string, Scalar> = {};
  for (const [key, value] of Object.entries(query)) {
    const text = typeof value === 'string' ? fill(value, captures) : value;
    if (text === undefined) return undefined;
    filled[key] = text;
  }
  return filled as Query;
};

export const keyOfQuery = (query: Query): string =>
  JSON.stringify(Object.entries(query).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** Three-valued: a fact that is not there neither confirms nor refutes. */
const holds = (test: Test, facts: Readonly<Record<string, Scalar>>): boolean | undefined => {
  const value = facts[test.fact];
  if (value === undefined) return undefined;
  if (test.is !== undefined && value !== test.is) return false;
  if (test.not !== undefined && value === test.not) return false;
  if (test.in !== undefined && !test.in.includes(value)) return false;
  if (test.below !== undefined && !(typeof value === 'number' && value < test.below)) return false;
  return !(test.from !== undefined && !(typeof value === 'number' && value >= test.from));
};

const allHold = (tests: readonly Test[] | undefined, facts: Readonly<Record<string, Scalar>>): boolean =>
  tests !== undefined && tests.length > 0 && tests.every((test) => holds(test, facts) === true);

export const says = (check: Check, answer: Answer): CheckResult['says'] => {
  if (!answer.known) return 'unknown';
  if (allHold(check.confirms, answer.facts)) return 'confirms';
  return allHold(check.refutes, answer.facts) ? 'refutes' : 'unknown';
};

const queriesOfCheck = ({ query, given }: Check): readonly Query[] =>
  given === undefined ? [query] : [query, given.query];

/** What would be asked for this rule. */
export const queriesOf = (rule: Rule, captures: Captures): readonly Query[] =>
  (rule.checks ?? []).flatMap(queriesOfCheck).flatMap((query) => fillQuery(query, captures) ?? []);

type Lookup = (query: Query) => Answer | undefined;

const isGiven = ({ given }: Check, lookup: Lookup): boolean => {
  if (given === undefined) return true;
  const answer = lookup(given.query);
  return answer?.known === true && allHold(given.holds, answer.facts);
};

/** The checks of a rule, with the answers that are there. Those not asked are left out. */
export const checkResults = (
  rule: Rule,
  captures: Captures,
  answers: readonly AskedQuery[],
): readonly CheckResult[] => {
  const byKey = new Map(answers.map(({ query, answer }) => [keyOfQuery(query), answer]));
  const lookup: Lookup = (raw) => {
    const query = fillQuery(raw, captures);
    return query === undefined ? undefined : byKey.get(keyOfQuery(query));
  };
  return (rule.checks ?? []).flatMap((check) => {
    const query = fillQuery(check.query, captures);
    const answer = lookup(check.query);
    if (query === undefined || answer === undefined) return [];
    const tests = {
      ...(check.confirms && { confirms: check.confirms }),
      ...(check.refutes && { refutes: check.refutes }),
    };
    return [{ query, answer, says: isGiven(check, lookup) ? says(check, answer) : 'unknown', ...tests }];
  });
};
