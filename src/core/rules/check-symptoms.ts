import { captureTypes } from './captures.ts';
import { checkKeys, checkList, checkOneOf, checkText, isRecord, type Report } from './problems.ts';

/** What is wrong with a pattern (syntax, backtracking, no literal). Brought in by the caller. */
export type PatternProblems = (source: string) => readonly string[];

export const weights = ['states', 'suggests', 'fallback'];
export const levels = ['debug', 'info', 'warning', 'error', 'fatal'];
export const speakers = ['daemon', 'systemd', 'containerd', 'rootless', 'client', 'kernel', 'host', 'unknown'];

const groupNames = (source: string): readonly string[] =>
  [...source.matchAll(/\(\?<([A-Za-z][\w]*)>/g)].map((match) => match[1] ?? '');

const checkPattern = (value: unknown, path: string, report: Report, problemsOf: PatternProblems): value is string => {
  if (!checkText(value, path, report, 600)) return false;
  for (const problem of problemsOf(value)) report(path, problem);
  return true;
};

const checkCaptures = (value: unknown, line: string, path: string, report: Report): readonly string[] => {
  const groups = groupNames(line);
  const declared = isRecord(value) ? value : {};
  if (value !== undefined && !isRecord(value)) report(path, 'must map a name to its type');
  for (const [name, type] of Object.entries(declared)) {
    if (!groups.includes(name)) report(`${path}.${name}`, `the pattern has no group (?<${name}>...)`);
    checkOneOf(type, captureTypes, `${path}.${name}`, report);
  }
  for (const name of groups) {
    if (!Object.hasOwn(declared, name))
      report(path, `the group ${name} has no type; add ${name}: user, path, number ...`);
  }
  return groups;
};

const symptomKeys = ['line', 'weight', 'level', 'from', 'captures', 'with'];

const checkSymptom = (value: unknown, path: string, report: Report, problemsOf: PatternProblems): readonly string[] => {
  if (!isRecord(value)) {
    report(path, 'must be a mapping with line: ...');
    return [];
  }
  checkKeys(value, symptomKeys, path, report);
  if (value['weight'] !== undefined) checkOneOf(value['weight'], weights, `${path}.weight`, report);
  if (value['level'] !== undefined) checkOneOf(value['level'], levels, `${path}.level`, report);
  if (value['from'] !== undefined && checkList(value['from'], `${path}.from`, report)) {
    for (const speaker of value['from']) checkOneOf(speaker, speakers, `${path}.from`, report);
  }
  if (value['with'] !== undefined) checkPattern(value['with'], `${path}.with`, report, problemsOf);
  if (!checkPattern(value['line'], `${path}.line`, report, problemsOf)) return [];
  return checkCaptures(value['captures'], value['line'], `${path}.captures`, report);
};

/** Returns the names that some symptom captures. */
export const checkSymptoms = (value: unknown, report: Report, problemsOf: PatternProblems): ReadonlySet<string> => {
  if (!checkList(value, 'symptoms', report)) return new Set();
  if (value.length === 0) report('symptoms', 'needs at least one');
  return new Set(value.flatMap((symptom, index) => checkSymptom(symptom, `symptoms[${index}]`, report, problemsOf)));
};

export const checkExceptions = (value: unknown, report: Report, problemsOf: PatternProblems): void => {
  if (value === undefined || !checkList(value, 'unless', report)) return;
  for (const [index, exception] of value.entries()) {
    const path = `unless[${index}]`;
    if (!isRecord(exception)) {
      report(path, 'must be a mapping with line: ...');
      continue;
    }
    checkKeys(exception, ['line', 'scope'], path, report);
    checkPattern(exception['line'], `${path}.line`, report, problemsOf);
    if (exception['scope'] !== undefined) checkOneOf(exception['scope'], ['line', 'attempt'], `${path}.scope`, report);
  }
};
