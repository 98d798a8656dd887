import type { AST } from '@eslint-community/regexpp';
import { leastBeginning } from '../core/match/beginnings.ts';
import { flatten, letterOf } from './literals.ts';

/** A shorter lead stands in too many texts. */
const shortest = 4;

/** So many leads of one pattern cost more than a look at it. */
const most = 40;

const longest = 8;

type Leads = readonly string[] | undefined;

/** How many characters a node matches at most. */
const widthOf = (node: AST.Element): number => {
  if (node.type === 'Assertion') return 0;
  if (node.type === 'Quantifier') return node.max * widthOf(node.element);
  if (node.type === 'Group' || node.type === 'CapturingGroup') {
    return Math.max(...node.alternatives.map(({ elements }) => elements.reduce((sum, one) => sum + widthOf(one), 0)));
  }
  return 1;
};

/** The first run of plain letters that lies wholly within the beginning of each match. */
const leadsOfElements = (elements: readonly AST.Element[], offset: number): Leads => {
  let run = '';
  let at = offset;
  for (const node of elements) {
    const letter = letterOf(node);
    if (letter !== undefined && run.length < longest) {
      run += letter;
      at += 1;
      if (at > leastBeginning) return undefined;
      continue;
    }
    if (node.type === 'Assertion') continue;
    if (run.length >= shortest) return [run];
    const inner = leadsWithin(node, at);
    if (inner !== undefined) return inner;
    run = '';
    at += widthOf(node);
    if (at >= leastBeginning) return undefined;
  }
  return run.length >= shortest ? [run] : undefined;
};

const leadsWithin = (node: AST.Element, at: number): Leads => {
  if (node.type === 'Quantifier' && node.min > 0) return leadsWithin(node.element, at);
  return node.type === 'Group' || node.type === 'CapturingGroup'
    ? leadsOfAlternatives(node.alternatives, at)
    : undefined;
};

const leadsOfAlternatives = (alternatives: readonly AST.Alternative[], at: number): Leads => {
  const all = alternatives.map(({ elements }) => leadsOfElements(flatten(elements), at));
  if (all.includes(undefined)) return undefined;
  const leads = [...new Set(all.flatMap((one) => one ?? []))];
  return leads.length > most ? undefined : leads;
};

/** Lower-case texts of which each match of fourteen characters or more holds one in them. */
export const leadsOf = (pattern: AST.Pattern): Leads => leadsOfAlternatives(pattern.alternatives, 0);
