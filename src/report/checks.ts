import { commandFor } from '../core/probes/index.ts';
import type { Check, CheckResult, Finding, Wanted } from '../core/types.ts';
import { factsWords, testsWords, told, toldCommand, unknownWords } from './words.ts';

/** A check that also tells what its answer would mean. */
export type ToldCheck = CheckResult & Partial<Pick<Check, 'confirms' | 'refutes'>>;

export const commandOf = ({ query }: CheckResult): string => commandFor(query) ?? query.ask;

export const wasAsked = ({ answer }: CheckResult): boolean => answer.known || answer.why !== 'not-asked';

const meaning: Readonly<Record<CheckResult['says'], string>> = {
  confirms: 'this confirms it',
  refutes: 'this speaks against it',
  unknown: 'this decides nothing',
};

/** `ranges: 0: this confirms it` */
export const answerWords = ({ answer, says, confirms = [], refutes = [] }: ToldCheck): string => {
  if (!answer.known) return unknownWords[answer.why];
  const facts = factsWords(
    answer.facts,
    [...confirms, ...refutes].map(({ fact }) => fact),
  );
  return `${facts}; ${meaning[says]}`;
};

/** What an answer would mean, for a check that nobody has asked yet. */
export const meaningOf = ({ confirms = [], refutes = [] }: ToldCheck | Check): string => {
  if (confirms.length > 0) return `It is this if ${testsWords(confirms)}.`;
  return refutes.length > 0 ? `It is not this if ${testsWords(refutes)}.` : 'What this prints tells.';
};

/** What may be asked for a suspect; the judge marks what belongs to a check with the name of the cause. */
export const requestsOf = ({ cause, wanted, captures }: Finding): readonly Wanted[] =>
  wanted.map(({ run, why }) => ({
    run: toldCommand(run, captures),
    why: told(why.startsWith(`${cause}: `) ? why.slice(cause.length + 2) : why, captures),
  }));

/** The one command that tells a suspect from its rivals, and what its output would mean. */
export const questionOf = (finding: Finding): Wanted | undefined => {
  const marked = finding.wanted.findIndex(({ why }) => why.startsWith(`${finding.cause}: `));
  if (marked >= 0) return requestsOf(finding)[marked];
  const check = finding.checks.find((one) => one.says === 'unknown');
  return check === undefined ? requestsOf(finding)[0] : { run: commandOf(check), why: meaningOf(check) };
};

/** Why a suspect was put aside, with the answer that speaks against it. */
export const refutation = (finding: Finding): string => {
  const check: ToldCheck | undefined = finding.checks.find(({ says }) => says === 'refutes');
  if (check === undefined || !check.answer.known) return finding.because;
  const { confirms = [], refutes = [] } = check;
  const facts = factsWords(
    check.answer.facts,
    [...refutes, ...confirms].map(({ fact }) => fact),
  );
  return `${finding.because} (${commandOf(check)} gives ${facts})`;
};
