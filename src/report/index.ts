import type { Diagnosis } from '../core/types.ts';
import { jsonlOf, jsonOf } from './json.ts';
import { markdownOf } from './markdown.ts';
import { summaryOf } from './text/summary.ts';
import { type TextOptions, textOf } from './text.ts';

export { listCauses } from './causes.ts';
export { explainCause } from './explain.ts';
export { type Paint, paintFor } from './paint.ts';
export { redact } from './redact.ts';
export { asciiText, safeText } from './safe-text.ts';
export { type StepLine, stepLines, stepsLines } from './steps.ts';
export { summaryOf } from './text/summary.ts';
export { textOf } from './text.ts';
export { told } from './words.ts';
export { wrap } from './wrap.ts';

export type ReportOptions = TextOptions;

/** Each ends in a line feed; none, one or many inputs. */
type Report = (diagnoses: readonly Diagnosis[], options: ReportOptions) => string;

const text: Report = (diagnoses, options) => {
  const [first, ...others] = diagnoses;
  return first !== undefined && others.length === 0 ? textOf(first, options) : summaryOf(diagnoses, options);
};

/** The keys are what `--format` takes. */
export const reports = { text, json: jsonOf, jsonl: jsonlOf, markdown: markdownOf } satisfies Record<string, Report>;

export type Format = keyof typeof reports;
