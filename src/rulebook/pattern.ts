import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import type { Pattern } from '../core/types.ts';
import { leadsOf } from './leads.ts';
import { literalsOf, shortestLiteral } from './literals.ts';

/**
 * How far an open repeat (`.*`, `[^"]+`) reaches in a compiled pattern. Bounded
 * repeats keep the cost of a hostile line linear in its length.
 */
export const longestRepeat = 300;

const parse = (source: string): AST.Pattern => new RegExpParser({ ecmaVersion: 2022 }).parsePattern(source);

const repeats = (pattern: AST.Pattern): readonly AST.Quantifier[] => {
  const found: AST.Quantifier[] = [];
  visitRegExpAST(pattern, { onQuantifierEnter: (node) => void found.push(node) });
  return found;
};

const isOpen = (node: AST.Quantifier): boolean => node.max > 1 && node.max !== node.min;

const holdsRepeat = (node: AST.Quantifier): boolean => {
  let found = false;
  visitRegExpAST(node.element, {
    onQuantifierEnter: (inner) => {
      if (isOpen(inner)) found = true;
    },
  });
  return found;
};

const beginsWithRepeat = (alternatives: readonly AST.Alternative[]): boolean =>
  alternatives.some(({ elements: [first] }) => {
    if (first?.type === 'Quantifier') return first.max > 1;
    if (first?.type === 'Group' || first?.type === 'CapturingGroup') return beginsWithRepeat(first.alternatives);
    return false;
  });

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
  const problems = [...forbidden(pattern)];
  const open = repeats(pattern).filter(isOpen);
  if (open.some(holdsRepeat)) problems.push('has a repeat inside a repeat: it can take forever on a hostile line');
  if (open.length > 6) problems.push('has more than six repeats');
  if (beginsWithRepeat(pattern.alternatives)) problems.push('begins with a repeat; begin with a text');
  const literals = literalsOf(pattern);
  if (literals === undefined || literals.some((text) => text.length < shortestLiteral)) {
    problems.push(
      `has an alternative without ${shortestLiteral} plain characters in a row (quotes, backslashes, <, > and & do not count)`,
    );
  }
  return problems;
};

/** `.*` becomes `.{0,300}`: the same for messages, harmless for hostile lines. */
const bounded = (source: string, pattern: AST.Pattern): string => {
  const open = repeats(pattern).filter((node) => node.max > longestRepeat && node.max !== node.min);
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
