import type { AST } from '@eslint-community/regexpp';
import { ordinaryJournal } from './ordinary.ts';

/**
 * Characters that differ between a raw line and the bare message (quotes are
 * escaped, `<` may be an entity), so a literal that is searched in raw bytes
 * must not hold them.
 */
const unsafe = new Set(['"', "'", '\\', '<', '>', '&', '\n', '\t', '\u2018', '\u2019', '\u201c', '\u201d', '`']);

type Literals = readonly string[] | undefined;

/** Many messages hold one of these: a literal of nothing else would be looked at too often. */
const everywhere =
  /error response from daemon|no such file or directory|operation not permitted|permission denied|invalid argument|connection refused|resource temporarily unavailable|docker\.service|already exists|cannot |could not |couldn|failed to |not found|unable to |no such file|exit code|permission|iptables/g;

let sample: string | undefined;
const known = new Map<string, boolean>();

/** Does it stand in the log of a host on which all is well? */
const isOrdinary = (text: string): boolean => {
  const before = known.get(text);
  if (before !== undefined) return before;
  sample ??= ordinaryJournal(1, 2000, 0.3).toLowerCase();
  const is = sample.includes(text);
  known.set(text, is);
  return is;
};

/** Without a literal of this length a pattern would have to look at every line ... */
export const shortestLiteral = 8;
/** ... and one of this length is better than a longer one that stands in ordinary lines. */
const shortestRare = 6;

interface Strength {
  /** 3: long and rare, 2: rare, 1: long, 0: neither. */
  readonly kind: number;
  /** Characters beside what stands everywhere. */
  readonly own: number;
  readonly length: number;
}

const kindOf = (length: number, isRare: boolean): number => {
  if (length >= shortestLiteral) return isRare ? 3 : 1;
  return isRare && length >= shortestRare ? 2 : 0;
};

/** Of the weakest. */
const strengthOf = (literals: Literals): Strength => {
  const all = literals ?? [];
  const length = all.length === 0 ? 0 : Math.min(...all.map((text) => text.length));
  const own = all.length === 0 ? 0 : Math.min(...all.map((text) => text.replaceAll(everywhere, '').trim().length));
  return { kind: kindOf(length, !all.some(isOrdinary)), own: Math.min(own, 16), length };
};

/** Is the weakest of them worth looking for? */
export const areStrong = (literals: Literals): boolean => strengthOf(literals).kind > 0;

/** Of two sets that both hold for each match, the one whose weakest text is stronger. */
const better = (one: Literals, other: Literals): Literals => {
  const [left, right] = [strengthOf(one), strengthOf(other)];
  const gain = right.kind - left.kind || (left.kind > 0 ? right.own - left.own : 0) || right.length - left.length;
  return gain > 0 ? other : one;
};

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

/** The letter that a node stands for, in lower case. Case beyond ASCII is nobody's business: such letters are left out. */
export const letterOf = (node: AST.Element): string | undefined => {
  const letter =
    node.type === 'Character'
      ? String.fromCodePoint(node.value).toLowerCase()
      : node.type === 'CharacterClass'
        ? singleLetter(node)
        : undefined;
  return letter === undefined || (letter > '\x7f' && letter !== letter.toUpperCase()) ? undefined : letter;
};

const rawLetterOf = (node: AST.Element): string | undefined => {
  const letter = letterOf(node);
  return letter === undefined || unsafe.has(letter) ? undefined : letter;
};

const inner = (node: AST.Element): Literals => {
  if (node.type === 'Group' || node.type === 'CapturingGroup') return ofAlternatives(node.alternatives);
  if (node.type === 'Quantifier' && node.min > 0) return inner(node.element);
  return undefined;
};

/** Groups of one alternative are read as if the brackets were not there. */
export const flatten = (elements: readonly AST.Element[]): readonly AST.Element[] =>
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
    const letter = rawLetterOf(node);
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
