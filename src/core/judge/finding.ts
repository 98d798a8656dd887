import { fill } from '../rules/captures.ts';
import type { AskedQuery, Entry, Evidence, Finding, Fix, Suspect, Verdict } from '../types.ts';
import { checkResults } from './checks.ts';
import type { Judged } from './rank.ts';
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

/** In the rule's order, those that can be filled in first. */
const fixesOf = (suspect: Suspect): readonly Fix[] => {
  const open = suspect.rule.fixes.filter((fix) => isOpen(fix, suspect));
  const whole = suspect.rule.fixes.filter((fix) => !open.includes(fix));
  return [...whole, ...open].map((fix) => ({ ...fix, title: fillText(fix.title, suspect) }));
};

const isEcho = ({ hits }: Suspect): boolean => hits[0]?.weight === 'fallback';

/** The verdict on each suspect, from the log and the answers of the host. */
export const judgeAll = (suspects: readonly Suspect[], answers: readonly AskedQuery[]): readonly Judged[] =>
  suspects.map((suspect) => ({
    suspect,
    verdict: verdictOf(suspect, checkResults(suspect.rule, suspect.captures, answers)),
  }));

/** Nothing but echoes of a failure whose reason is not there. */
export const onlyEchoes = (judged: readonly Judged[]): boolean =>
  judged.every(({ suspect, verdict }) => isEcho(suspect) && verdict !== 'confirmed');

export const findingOf = (suspect: Suspect, verdict: Verdict, answers: readonly AskedQuery[]): Finding => ({
  cause: suspect.rule.id,
  verdict,
  title: titleOf(suspect),
  explain: suspect.rule.explain,
  evidence: suspect.evidence.map(evidenceOf),
  checks: checkResults(suspect.rule, suspect.captures, answers),
  fixes: fixesOf(suspect),
  wanted: verdict === 'possible' ? wantedFor(suspect) : (suspect.rule.wanted ?? []),
  captures: suspect.captures,
  because: becauseOf(suspect, verdict),
});
