import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import { checkRule } from '../core/rules/check-rule.ts';
import { compileRule, type RawRule } from '../core/rules/compile-rule.ts';
import type { Problem } from '../core/rules/problems.ts';
import type { Rule } from '../core/types.ts';
import { compilePattern, patternProblems } from './pattern.ts';

/** A rule file that was read: a rule, or what is wrong with it. */
export interface ReadRule {
  readonly file: string;
  readonly rule?: Rule;
  readonly problems: readonly Problem[];
}

const isRuleFile = (name: string): boolean => /\.(?:ya?ml|json)$/.test(name);

/** Rule files below a folder, or the file itself; in a stable order. */
/** The rules of a checkout: `<group>/<slug>.yaml`. */
export const ownRuleFiles = (root: string): readonly string[] =>
  ruleFiles(root).filter((file) => /^[a-z]+[/\\][a-z0-9-]+\.yaml$/.test(relative(root, file)));

export const ruleFiles = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter(isRuleFile)
        .sort()
        .map((name) => join(path, name))
    : [path];

/** Far above any honest rule; a bomb of YAML aliases is refused by the reader itself. */
const largestRule = 256 * 1024;

const parseYaml = (file: string): { readonly data?: unknown; readonly problems: readonly Problem[] } => {
  if (statSync(file).size > largestRule) return { problems: [{ path: '', message: 'is larger than 256 kB' }] };
  const document = parseDocument(readFileSync(file, 'utf8'), { maxAliasCount: 0 } as object);
  const problems = document.errors.map(({ message }) => ({ path: '', message: message.split('\n')[0] ?? message }));
  if (problems.length > 0) return { problems };
  try {
    return { data: document.toJS({ maxAliasCount: 0 }), problems };
  } catch (error) {
    return { problems: [{ path: '', message: error instanceof Error ? error.message : String(error) }] };
  }
};

export const readRule = (file: string): ReadRule => {
  const { data, problems } = parseYaml(file);
  if (problems.length > 0) return { file, problems };
  const found = checkRule(data, patternProblems);
  if (found.length > 0) return { file, problems: found };
  return { file, problems: [], rule: compileRule(data as RawRule, compilePattern) };
};
