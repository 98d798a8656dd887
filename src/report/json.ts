import type { Diagnosis, Evidence, Finding } from '../core/types.ts';
import { redactNamed } from './redact.ts';
import { mapTexts, safeText } from './safe-text.ts';
import { toldOpen } from './words.ts';

const evidence = ({ source, line, at, text, cut }: Evidence): Evidence => ({
  source,
  line,
  ...(at === undefined ? {} : { at }),
  text,
  ...(cut === undefined ? {} : { cut }),
});

/** Steps ready for use: what the log named is filled in; what it did not stays `{name}`. */
const finding = (one: Finding) => ({
  cause: one.cause,
  verdict: one.verdict,
  title: toldOpen(one.title, one.captures),
  explain: toldOpen(one.explain, one.captures),
  because: one.because,
  captures: one.captures,
  evidence: one.evidence.map(evidence),
  checks: one.checks.map(({ query, answer, says }) => ({ query, answer, says })),
  fixes: mapTexts(one.fixes, (text) => toldOpen(text, one.captures)),
  wanted: mapTexts(one.wanted, (text) => toldOpen(text, one.captures)),
});

/** The object of docker-why.schema.json: key by key, so that nothing gets out by accident. */
export const objectOf = (diagnosis: Diagnosis) =>
  mapTexts(
    {
      version: 1,
      input: diagnosis.input,
      outcome: diagnosis.outcome,
      findings: diagnosis.findings.map(finding),
      attempts: diagnosis.attempts,
      ...(diagnosis.loop === undefined ? {} : { loop: diagnosis.loop }),
      ...(diagnosis.unit === undefined ? {} : { unit: diagnosis.unit }),
      wanted: diagnosis.wanted,
      seen: diagnosis.seen.map(evidence),
      notes: diagnosis.notes,
    },
    (text, key) => redactNamed(safeText(text), key),
  );

/** One object for one input, an array of them for several. */
export const jsonOf = (diagnoses: readonly Diagnosis[]): string => {
  const [first, ...others] = diagnoses.map(objectOf);
  return `${JSON.stringify(first !== undefined && others.length === 0 ? first : diagnoses.map(objectOf), null, 2)}\n`;
};

/** One line for one input. */
export const jsonlOf = (diagnoses: readonly Diagnosis[]): string =>
  diagnoses.map((diagnosis) => `${JSON.stringify(objectOf(diagnosis))}\n`).join('');
