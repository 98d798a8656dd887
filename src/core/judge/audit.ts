import { fitsCapture } from '../rules/captures.ts';
import type { AskedQuery, Captures, CaptureType, CheckResult, Query, Rule, Scalar, Suspect } from '../types.ts';
import { checkResults, queriesOf } from './checks.ts';
import { tellsEchoesOnly } from './echo.ts';
import type { Judged } from './rank.ts';

/**
 * The audit: a failure is seen, and no line accuses anyone (a restart loop that shows nothing but
 * `status=1/FAILURE`). Then the rules that are marked for it are asked of the host all the same,
 * and only what it proves counts.
 */
export const isAccused = (judged: readonly Judged[]): boolean =>
  judged.some(
    ({ suspect, verdict }) => (verdict === 'confirmed' || verdict === 'likely') && !tellsEchoesOnly(suspect.rule),
  );

const auditable = (rules: readonly Rule[], suspects: readonly Suspect[]): readonly Rule[] =>
  rules.filter((rule) => rule.audit === true && !suspects.some((suspect) => suspect.rule.id === rule.id));

export const auditQueries = (rules: readonly Rule[], suspects: readonly Suspect[]): readonly Query[] =>
  auditable(rules, suspects).flatMap((rule) => queriesOf(rule, {}));

/** What a rule calls a value that a log would have named, and where a host's answer holds it. */
const names: Readonly<Record<string, readonly string[]>> = {
  option: ['conflict-names', 'unknown-names', 'pointer'],
  file: ['file', 'path'],
  pidfile: ['path'],
  driver: ['driver', 'value'],
  unit: ['unit', 'name'],
  account: ['user'],
  uid: ['user'],
  gid: ['group'],
};

/** Rules tell an account's name from its number. */
const isNumber = (value: string): boolean => /^\d+$/.test(value);
const mayBe = (name: string, value: string): boolean => {
  if (name === 'user' || name === 'group') return !isNumber(value);
  return (name !== 'uid' && name !== 'gid') || isNumber(value);
};

/** Of several names the first. */
const firstWord = (value: Scalar | undefined): string | undefined =>
  value === undefined ? undefined : String(value).split(/[\s,]+/)[0];

/** What the host named in the answers that prove a cause, for the texts and steps of its rule. */
export const namedByHost = (rule: Rule, checks: readonly CheckResult[]): Captures => {
  const confirming = checks.filter(({ says }) => says === 'confirms');
  const types: Readonly<Record<string, CaptureType>> = Object.assign(
    {},
    ...rule.symptoms.map(({ captures }) => captures ?? {}),
  );
  const values: Record<string, Scalar> = Object.assign(
    {},
    ...confirming.map(({ query, answer }) => ({ ...query, ...(answer.known && answer.facts) })),
  );
  const found = Object.entries(types).flatMap(([name, type]) => {
    const value = [name, ...(names[name] ?? [])]
      .map((key) => firstWord(values[key]))
      .find((word) => word !== undefined);
    return value !== undefined && mayBe(name, value) && fitsCapture(type, value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(found);
};

/** The causes that the host proves although no line speaks of them. */
export const audited = (
  rules: readonly Rule[],
  suspects: readonly Suspect[],
  answers: readonly AskedQuery[],
): readonly Suspect[] =>
  auditable(rules, suspects).flatMap((rule) => {
    const checks = checkResults(rule, {}, answers);
    if (!checks.some(({ says }) => says === 'confirms')) return [];
    return [{ rule, hits: [], evidence: [], captures: namedByHost(rule, checks), place: 'host' }];
  });
