import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import type { Pattern } from '../core/types.ts';
import { leadsOf } from './leads.ts';
import { areStrong, literalsOf, shortestLiteral } from './literals.ts';
import { longestRepeat, repeatProblems, repeatsIn } from './repeats.ts';

const parse = (source: string): AST.Pattern => new RegExpParser({ ecmaVersion: 2022 }).parsePattern(source);

const forbidden = (pattern: AST.Pattern): readonly string[] => {
  const problems: string[] = [];
  visitRegExpAST(pattern, {
    onBackreferenceEnter: () => void problems.push('uses a back reference'),
    onAssertionEnter: (node) => {
      if (node.kind === 'lookbehind') problems.push('uses a lookbehind');
    },
  });
  return problems;
};

/** What is wrong with a pattern of a rule; nothing for a good one. */
export const patternProblems = (source: string): readonly string[] => {
  let pattern: AST.Pattern;
  try {
    pattern = parse(source);
    new RegExp(source, 'i');
  } catch (error) {
    return [`is not a regular expression: ${error instanceof Error ? error.message : String(error)}`];
  }
  const problems = [...forbidden(pattern), ...repeatProblems(pattern)];
  const literals = literalsOf(pattern);
  if (!areStrong(literals)) {
    problems.push(
      `has an alternative without ${shortestLiteral} plain characters in a row (or six that are rare; quotes, backslashes, <, > and & do not count)`,
    );
  }
  return problems;
};

/** `.*` becomes `.{0,300}`: the same for messages, harmless for hostile lines. */
const bounded = (source: string, pattern: AST.Pattern): string => {
  const open = repeatsIn(pattern).filter((node) => node.max > longestRepeat && node.max !== node.min);
  return open
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, node) => {
      const mark = `{${node.min},${Math.max(longestRepeat, node.min)}}${node.greedy ? '' : '?'}`;
      return text.slice(0, node.element.end) + mark + text.slice(node.end);
    }, source);
};

export const compilePattern = (source: string): Pattern => {
  const pattern = parse(source);
  const leads = leadsOf(pattern);
  return { line: bounded(source, pattern), literals: literalsOf(pattern) ?? [], ...(leads && { leads }) };
};
