import type { CheckResult, Finding } from '../../core/types.ts';
import { answerWords, commandOf, wasAsked } from '../checks.ts';
import type { Paint } from '../paint.ts';
import { wrap } from '../wrap.ts';
import { bullet, type Lines, section } from './layout.ts';

/** The answers that decide, and those that could not be had; where none decides, all of them. */
const deciding = (checks: readonly CheckResult[]): readonly CheckResult[] => {
  const asked = checks.filter(wasAsked);
  if (asked.every(({ says }) => says === 'unknown')) return asked;
  return asked.filter(({ says, answer }) => says !== 'unknown' || !answer.known);
};

/** Several checks may look at one answer: its command is shown once, below them. */
const byCommand = (checks: readonly CheckResult[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const answers = new Map<string, Set<string>>();
  for (const check of deciding(checks)) {
    const command = commandOf(check);
    answers.set(command, (answers.get(command) ?? new Set()).add(answerWords(check)));
  }
  return answers;
};

/** What the host was asked, and what it answered. */
export const checked = (finding: Finding, paint: Paint, host = 'the host'): Lines =>
  section(
    `What ${host} answered`,
    [...byCommand(finding.checks)].flatMap(([command, answers]) => [
      ...[...answers].flatMap((words) => bullet(words, paint)),
      ...wrap(command, paint.width, { first: '    ' }).map(paint.dim),
    ]),
    paint,
  );
