import { type AST, visitRegExpAST } from '@eslint-community/regexpp';
import { flatten } from './literals.ts';

/** A repeat whose length is not fixed. */
const isOpen = (node: AST.Quantifier): boolean => node.max > 1 && node.max !== node.min;

export const repeatsIn = (pattern: AST.Pattern): readonly AST.Quantifier[] => {
  const found: AST.Quantifier[] = [];
  visitRegExpAST(pattern, { onQuantifierEnter: (node) => void found.push(node) });
  return found;
};

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

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** The ASCII characters that a repeat of one character takes; nothing for a repeat of more. */
const takenBy = ({ element }: AST.Quantifier): ReadonlySet<string> | undefined => {
  if (!['Character', 'CharacterSet', 'CharacterClass'].includes(element.type)) return undefined;
  const one = new RegExp(`^${element.raw}$`, 'is');
  return new Set(ascii.filter((letter) => one.test(letter)));
};

const mayBeEmpty = (node: AST.Element): boolean => {
  if (node.type === 'Assertion') return true;
  if (node.type === 'Quantifier') return node.min === 0 || mayBeEmpty(node.element);
  if (node.type !== 'Group' && node.type !== 'CapturingGroup') return false;
  return node.alternatives.some(({ elements }) => elements.every(mayBeEmpty));
};

/** How far an open repeat (`.*`, `[^"]+`) reaches in a compiled pattern. */
export const longestRepeat = 300;

/** In so many ways two repeats side by side may share a text; more takes too long. */
const mostWays = 20_000;

interface Reach {
  readonly taken: ReadonlySet<string>;
  readonly most: number;
}

const reachOf = (node: AST.Element): Reach | undefined => {
  const taken = node.type === 'Quantifier' && isOpen(node) ? takenBy(node) : undefined;
  return node.type === 'Quantifier' && taken !== undefined
    ? { taken, most: Math.min(node.max, longestRepeat) }
    : undefined;
};

const share = (one: Reach, other: Reach): boolean =>
  one.most * other.most > mostWays && [...one.taken].some((letter) => other.taken.has(letter));

/** Two long repeats with nothing that must stand between them, and a character that both take: `\S+[\w.]*`. */
const neighbours = (elements: readonly AST.Element[]): boolean => {
  let before: Reach | undefined;
  for (const node of elements) {
    const reach = reachOf(node);
    if (reach !== undefined && before !== undefined && share(before, reach)) return true;
    if (reach !== undefined) before = reach;
    else if (!mayBeEmpty(node)) before = undefined;
  }
  return false;
};

const hasNeighbours = (pattern: AST.Pattern): boolean => {
  let found = false;
  visitRegExpAST(pattern, {
    onAlternativeEnter: ({ elements }) => {
      found ||= neighbours(flatten(elements));
    },
  });
  return found;
};

/** What makes a pattern slow on a line that was made for it. */
export const repeatProblems = (pattern: AST.Pattern): readonly string[] => {
  const open = repeatsIn(pattern).filter(isOpen);
  return [
    ...(open.some(holdsRepeat) ? ['has a repeat inside a repeat: it can take forever on a hostile line'] : []),
    ...(hasNeighbours(pattern)
      ? ['has two repeats side by side that take the same characters: put a text between them']
      : []),
    ...(open.length > 6 ? ['has more than six repeats'] : []),
    ...(beginsWithRepeat(pattern.alternatives) ? ['begins with a repeat; begin with a text'] : []),
  ];
};
