import type { Shelf } from '../rules/shelf.ts';
import { createPlaces } from './places.ts';
import { createScanner } from './scanner.ts';
import { patternOf, type Signs } from './signs.ts';
import { tablesOf } from './tables.ts';

/** The shortest beginning of a message that still means something. */
export const leastBeginning = 14;

/** The symptoms whose beginning may stand in a text, in their order. */
export type Beginnings = (text: string) => readonly number[];

/**
 * A message that was cut may hold none of a symptom's literals, but it holds
 * what the symptom begins with: its lead. Made when the first cut line is seen.
 */
const build = (shelf: Shelf, signs: Signs): Beginnings => {
  const byLead = new Map<string, number[]>();
  const always: number[] = [];
  const rules = shelf.all();
  for (let index = 0; index < signs.count; index += 1) {
    const target = signs.target(index);
    const rule = rules[target.rule];
    if (target.kind !== 'symptom' || rule === undefined) continue;
    const leads = patternOf(rule, target)?.leads;
    if (leads === undefined) always.push(index);
    for (const lead of leads ?? []) byLead.set(lead, [...(byLead.get(lead) ?? []), index]);
  }
  if (byLead.size === 0) return () => always;
  const placesIn = createPlaces(createScanner(tablesOf([...byLead.keys()])));
  const targetsOf = [...byLead.values()];
  return (text) => {
    const found = new Set(always);
    placesIn(text, (lead) => {
      for (const index of targetsOf[lead] ?? []) found.add(index);
    });
    return [...found].sort((one, other) => one - other);
  };
};

export const createBeginnings = (shelf: Shelf, signs: Signs): Beginnings => {
  let built: Beginnings | undefined;
  return (text) => {
    built ??= build(shelf, signs);
    return built(text);
  };
};
