import { placeholders } from './captures.ts';
import { checkChecks } from './check-checks.ts';
import { checkExamples } from './check-examples.ts';
import { checkFixes } from './check-fixes.ts';
import { checkExceptions, checkSymptoms, type PatternProblems } from './check-symptoms.ts';
import {
  checkKeys,
  checkList,
  checkOneOf,
  checkText,
  checkTexts,
  isRecord,
  type Problem,
  type Report,
} from './problems.ts';

const ruleKeys = [
  'id',
  'title',
  'headline',
  'symptoms',
  'unless',
  'checks',
  'audit',
  'frequency',
  'overrules',
  'explain',
  'fixes',
  'wanted',
  'references',
  'examples',
];

const idShape = /^[a-z][a-z0-9]*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

const checkIdentity = (rule: Readonly<Record<string, unknown>>, report: Report): void => {
  if (checkText(rule['id'], 'id', report) && !idShape.test(rule['id'])) {
    report('id', 'must be group/slug in lower case, as in userns/subid-range-missing');
  }
  if (checkText(rule['title'], 'title', report, 110)) {
    if (placeholders(rule['title']).length > 0) report('title', 'holds a {capture}; that belongs in headline');
    if (/[.!]$/.test(rule['title'])) report('title', 'ends in a full stop');
  }
  if (rule['headline'] !== undefined) checkText(rule['headline'], 'headline', report, 160);
  checkText(rule['explain'], 'explain', report);
};

const checkWanted = (value: unknown, report: Report): void => {
  if (value === undefined || !checkList(value, 'wanted', report)) return;
  for (const [index, wanted] of value.entries()) {
    const path = `wanted[${index}]`;
    if (!isRecord(wanted)) {
      report(path, 'must have run and why');
      continue;
    }
    checkKeys(wanted, ['run', 'why'], path, report);
    checkText(wanted['run'], `${path}.run`, report, 300);
    checkText(wanted['why'], `${path}.why`, report, 300);
  }
};

const checkRelations = (rule: Readonly<Record<string, unknown>>, report: Report): void => {
  if (rule['audit'] !== undefined && typeof rule['audit'] !== 'boolean') report('audit', 'must be true or false');
  if (rule['frequency'] !== undefined) checkOneOf(rule['frequency'], ['common', 'usual', 'rare'], 'frequency', report);
  if (rule['overrules'] !== undefined) checkTexts(rule['overrules'], 'overrules', report);
  checkTexts(rule['references'], 'references', report, 1);
};

/**
 * The only door for rule data: what is wrong with it, or nothing. Names used in
 * braces must be captured by each symptom that can bring the rule up, or the
 * text must have a fallback; that is checked by the parts.
 */
export const checkRule = (data: unknown, patternProblems: PatternProblems): readonly Problem[] => {
  const problems: Problem[] = [];
  const report: Report = (path, message) => void problems.push({ path, message });
  if (!isRecord(data)) return [{ path: '', message: 'a rule must be a mapping with id, title, symptoms ...' }];
  checkKeys(data, ruleKeys, '', report);
  checkIdentity(data, report);
  const names = checkSymptoms(data['symptoms'], report, patternProblems);
  checkExceptions(data['unless'], report, patternProblems);
  checkChecks(data['checks'], names, report);
  checkFixes(data['fixes'], names, report);
  checkWanted(data['wanted'], report);
  checkRelations(data, report);
  checkExamples(data['examples'], report);
  return problems;
};
