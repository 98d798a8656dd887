import { fill } from '../rules/captures.ts';
import type { AskedQuery, CheckResult, Entry, Evidence, Finding, Fix, Suspect, System, Verdict } from '../types.ts';
import { namedByHost } from './audit.ts';
import { checkResults } from './checks.ts';
import { isEcho } from './echo.ts';
import type { Judged } from './rank.ts';
import { fitsSystem } from './system.ts';
import { becauseOf, verdictOf } from './verdict.ts';
import { wantedFor } from './wanted.ts';

export const evidenceOf = (entry: Entry): Evidence => ({
  source: entry.source,
  line: entry.line,
  ...(entry.at !== undefined && { at: entry.at }),
  text: entry.text,
  ...(entry.cut !== undefined && { cut: entry.cut }),
});

const titleOf = ({ rule, captures }: Suspect): string =>
  (rule.headline === undefined ? undefined : fill(rule.headline, captures)) ?? rule.title;

const fillText = (text: string, suspect: Suspect): string => fill(text, suspect.captures) ?? text;

/** Does the fix name something that the log did not tell? */
const isOpen = (fix: Fix, suspect: Suspect): boolean =>
  fill(JSON.stringify(fix).replaceAll('{free-range}', ''), suspect.captures) === undefined;

/** Those for this system, in the rule's order; those that can be filled in first. */
const fixesOf = (suspect: Suspect, system: System | undefined): readonly Fix[] => {
  const fitting = suspect.rule.fixes.filter(({ when }) => fitsSystem(when, system));
  const open = fitting.filter((fix) => isOpen(fix, suspect));
  const whole = fitting.filter((fix) => !open.includes(fix));
  return [...whole, ...open].map((fix) => ({ ...fix, title: fillText(fix.title, suspect) }));
};

/** The verdict on each suspect, from the log and the answers of the host. */
export const judgeAll = (suspects: readonly Suspect[], answers: readonly AskedQuery[]): readonly Judged[] =>
  suspects.map((suspect) => ({
    suspect,
    verdict: verdictOf(suspect, checkResults(suspect.rule, suspect.captures, answers)),
  }));

/** Nothing but echoes of a failure whose reason is not there. */
export const onlyEchoes = (judged: readonly Judged[]): boolean =>
  judged.every(({ suspect, verdict }) => isEcho(suspect) && verdict !== 'confirmed');

/** What the log named counts before what the host named. */
const withHost = (suspect: Suspect, checks: readonly CheckResult[]): Suspect => ({
  ...suspect,
  captures: { ...namedByHost(suspect.rule, checks), ...suspect.captures },
});

export const findingOf = (
  accused: Suspect,
  verdict: Verdict,
  answers: readonly AskedQuery[],
  system?: System,
): Finding => {
  const checks = checkResults(accused.rule, accused.captures, answers);
  const suspect = withHost(accused, checks);
  return {
    cause: suspect.rule.id,
    verdict,
    title: titleOf(suspect),
    explain: suspect.rule.explain,
    evidence: suspect.evidence.map(evidenceOf),
    checks,
    fixes: fixesOf(suspect, system),
    wanted: verdict === 'possible' ? wantedFor(suspect) : (suspect.rule.wanted ?? []),
    captures: suspect.captures,
    because: becauseOf(suspect, verdict),
  };
};
