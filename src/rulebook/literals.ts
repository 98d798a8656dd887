import type { AST } from '@eslint-community/regexpp';

/**
 * Characters that differ between a raw line and the bare message (quotes are
 * escaped, `<` may be an entity), so a literal that is searched in raw bytes
 * must not hold them.
 */
const unsafe = new Set(['"', "'", '\\', '<', '>', '&', '\n', '\t', '\u2018', '\u2019', '\u201c', '\u201d', '`']);

type Literals = readonly string[] | undefined;

const shortest = (literals: Literals): number =>
  literals === undefined || literals.length === 0 ? 0 : Math.min(...literals.map((text) => text.length));

/** Of two sets that both hold for each match, the one whose shortest text is longer. */
const better = (one: Literals, other: Literals): Literals => (shortest(other) > shortest(one) ? other : one);

/** A class such as [Uu] is one letter, as patterns ignore case. */
const singleLetter = (node: AST.CharacterClass): string | undefined => {
  if (node.negate || node.elements.length === 0) return undefined;
  const letters = new Set(
    node.elements.map((element) =>
      element.type === 'Character' ? String.fromCodePoint(element.value).toLowerCase() : '',
    ),
  );
  const [letter] = letters;
  return letters.size === 1 && letter !== '' ? letter : undefined;
};

const letterOf = (node: AST.Element): string | undefined => {
  const letter =
    node.type === 'Character'
      ? String.fromCodePoint(node.value).toLowerCase()
      : node.type === 'CharacterClass'
        ? singleLetter(node)
        : undefined;
  return letter === undefined || unsafe.has(letter) ? undefined : letter;
};

const inner = (node: AST.Element): Literals => {
  if (node.type === 'Group' || node.type === 'CapturingGroup') return ofAlternatives(node.alternatives);
  if (node.type === 'Quantifier' && node.min > 0) return inner(node.element);
  return undefined;
};

/** Groups of one alternative are read as if the brackets were not there. */
const flatten = (elements: readonly AST.Element[]): readonly AST.Element[] =>
  elements.flatMap((node) => {
    const group = node.type === 'Group' || node.type === 'CapturingGroup' ? node : undefined;
    const [only, second] = group?.alternatives ?? [];
    return only !== undefined && second === undefined ? flatten(only.elements) : [node];
  });

const ofAlternative = (alternative: AST.Alternative): Literals => {
  let best: Literals;
  let run = '';
  const close = (): void => {
    const text = run.trim();
    if (text !== '') best = better(best, [text]);
    run = '';
  };
  for (const node of flatten(alternative.elements)) {
    const letter = letterOf(node);
    if (letter !== undefined) {
      run += letter;
    } else if (node.type !== 'Assertion') {
      close();
      best = better(best, inner(node));
    }
  }
  close();
  return best;
};

const ofAlternatives = (alternatives: readonly AST.Alternative[]): Literals => {
  const all = alternatives.map(ofAlternative);
  return all.includes(undefined) ? undefined : [...new Set(all.flatMap((literals) => literals ?? []))];
};

/** Lower-case texts of which every match of the pattern holds at least one. */
export const literalsOf = (pattern: AST.Pattern): Literals => ofAlternatives(pattern.alternatives);
