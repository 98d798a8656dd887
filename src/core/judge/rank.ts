import type { Entry, Hit, Place, Suspect, Verdict, Weight } from '../types.ts';
import { tellsEchoesOnly } from './echo.ts';

/**
 * What outranks what, in one place. Suspects are ordered by
 *
 * 1. the verdict: confirmed, likely, possible, refuted; that nothing runs, though confirmed, comes after
 *    a confirmed reason;
 * 2. where the evidence stands: the last failed attempt and the present before
 *    earlier attempts of the same loop, before older trouble, before what was
 *    followed by proven health;
 * 3. how much the line says: the weight of the symptom, plus how final the line
 *    is (the daemon's last words and a client's error outrank a warning);
 * 4. a whole message before one that was cut;
 * 5. in one message the innermost part of the chain (`a: b: c`), else the later
 *    line: the last words count;
 * 6. how often it is this cause, among rivals for one line (`frequency`);
 * 7. the id, so that the order never depends on chance.
 *
 * Last, `overrules` moves a cause before its own consequences.
 */
const verdicts: Readonly<Record<Verdict, number>> = { confirmed: 0, likely: 1, possible: 2, refuted: 3 };

const places: Readonly<Record<Place, number>> = {
  host: 0,
  'last-failure': 0,
  now: 1,
  'same-loop': 2,
  earlier: 3,
  recovered: 4,
};

const weights: Readonly<Record<Weight, number>> = { states: 4, suggests: 2, fallback: -4 };

const finality = ({ level, speaker }: Entry): number => {
  if (level === undefined) return speaker === 'kernel' || speaker === 'host' ? 1 : 3;
  return { debug: -1, info: -1, warning: 0, error: 1, fatal: 3 }[level];
};

const score = (hit: Hit): number => weights[hit.weight] + finality(hit.entry) - (hit.partial ? 3 : 0);

export const evidenceOrder = (one: { readonly place: Place }, other: { readonly place: Place }): number =>
  places[one.place] - places[other.place];

/** Of one suspect's own hits the best first; in one message the innermost. */
export const compareHits = (one: Hit, other: Hit): number =>
  score(other) - score(one) || (one.entry === other.entry ? other.start - one.start : 0);

const frequencies = { common: 0, usual: 1, rare: 2 } as const;

const best = (suspect: Suspect): Hit | undefined => suspect.hits[0];

const compareEvidence = (one: Suspect, other: Suspect): number => {
  const [left, right] = [best(one), best(other)];
  if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? 1 : -1;
  if (score(left) !== score(right)) return score(right) - score(left);
  if (left.partial !== right.partial) return left.partial ? 1 : -1;
  if (left.entry === right.entry) return left.start === right.start ? 0 : right.start - left.start;
  return right.entry.line - left.entry.line;
};

export interface Judged {
  readonly suspect: Suspect;
  readonly verdict: Verdict;
}

const certainty = ({ suspect, verdict }: Judged): number =>
  verdicts[verdict] + (verdict === 'confirmed' && tellsEchoesOnly(suspect.rule) ? 0.5 : 0);

const compareJudged = (one: Judged, other: Judged): number =>
  certainty(one) - certainty(other) ||
  evidenceOrder(one.suspect, other.suspect) ||
  compareEvidence(one.suspect, other.suspect) ||
  frequencies[one.suspect.rule.frequency ?? 'usual'] - frequencies[other.suspect.rule.frequency ?? 'usual'] ||
  one.suspect.rule.id.localeCompare(other.suspect.rule.id);

/** A cause before its consequences, whatever else speaks for them. */
const causesFirst = (sorted: readonly Judged[]): readonly Judged[] => {
  const rest = [...sorted];
  const moved: Judged[] = [];
  while (rest.length > 0) {
    const at = rest.findIndex(
      (one) =>
        !rest.some(
          (other) =>
            other !== one && other.verdict !== 'refuted' && other.suspect.rule.overrules?.includes(one.suspect.rule.id),
        ),
    );
    moved.push(...rest.splice(Math.max(at, 0), 1));
  }
  return moved;
};

export const ranked = (judged: readonly Judged[]): readonly Judged[] => causesFirst(judged.toSorted(compareJudged));
