import { readFileSync } from 'node:fs';
import type { Rule } from '../core/types.ts';
import { RuleError } from '../errors.ts';

/** Beside the bundle; in a checkout in dist/. */
const places = ['./rules.json', '../../dist/rules.json'];

/** The rules that ship with docker-why, as the build checked and compiled them. */
export const shippedRules = (): readonly Rule[] => {
  for (const place of places) {
    try {
      return JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as readonly Rule[];
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new RuleError('the rules are missing', 'in a checkout run `npm run build`; else install docker-why again');
};

/** Rule files of others, for `--rules`: data, checked like our own. */
export const extraRules = async (paths: readonly string[]): Promise<readonly Rule[]> => {
  if (paths.length === 0) return [];
  const { readRule, ruleFiles } = await import('./read-rules.ts');
  return paths.flatMap((path) =>
    ruleFiles(path).flatMap((file) => {
      const { rule, problems } = readRule(file);
      const [first] = problems;
      if (first !== undefined) {
        throw new RuleError(
          `${file}: ${first.path === '' ? '' : `${first.path}: `}${first.message}`,
          `docker-why rules check ${file} shows all of it`,
        );
      }
      return rule === undefined ? [] : [rule];
    }),
  );
};
