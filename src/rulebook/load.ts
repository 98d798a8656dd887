import { readFileSync } from 'node:fs';
import type { Rule } from '../core/types.ts';
import { RuleError } from '../errors.ts';

/** The same way from dist/chunks/ and from src/rulebook/. */
const place = new URL('../../dist/rules.json', import.meta.url);

/** The rules that ship with docker-why, as the build checked and compiled them. */
export const shippedRules = (): readonly Rule[] => {
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as readonly Rule[];
  } catch {
    throw new RuleError('the rules are missing', 'in a checkout run `npm run build`; else install docker-why again');
  }
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
