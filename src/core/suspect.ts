import { compareHits, evidenceOrder } from './judge/rank.ts';
import { regexpOf } from './match/matcher.ts';
import type { Notable } from './match/notable.ts';
import { soundsLikeClient } from './read/speaker.ts';
import type { Shelf } from './rules/shelf.ts';
import type { Segments } from './segment/attempts.ts';
import type { Timed } from './segment/order.ts';
import type { CauseId, Entry, Hit, Place, Rule, Suspect } from './types.ts';

/** The story of one input: its notables in the order of events, cut into attempts. */
export interface Story {
  readonly timed: readonly Timed[];
  readonly segments: Segments;
}

interface Placed {
  readonly hit: Hit;
  readonly place: Place;
  readonly span: number;
}

/** Client output has no time of its own, so nothing that came before or after it refutes it. */
const isTimeless = ({ entry }: Notable): boolean =>
  entry.at === undefined &&
  entry.innerAt === undefined &&
  (entry.speaker === 'client' ||
    entry.speaker === 'rootless' ||
    (entry.speaker === 'unknown' && (entry.level === undefined || soundsLikeClient(entry.text))));

/** The latest attempt that failed after the last proof of health and that says anything at all. */
const tellingFailure = ({ timed, segments }: Story): number => {
  const { spans, spanOf, healthyFrom } = segments;
  const telling = new Set(
    timed.flatMap(({ notable }, index) =>
      notable.hits.length > 0 && index > healthyFrom ? [spanOf[index] ?? -1] : [],
    ),
  );
  return spans.findLast((span) => span.result === 'failed' && telling.has(span.index))?.index ?? -1;
};

/** Attempts of one restart loop: failures with no health between. */
const loopStart = ({ segments }: Story): number =>
  (segments.spans.findLast((span) => span.result === 'started' || span.result === 'stopped')?.index ?? -1) + 1;

const placeOf = (story: Story, index: number, failure: number, loop: number): Place => {
  const { timed, segments } = story;
  const span = segments.spanOf[index] ?? -1;
  const notable = timed[index]?.notable;
  if (notable !== undefined && isTimeless(notable)) return 'now';
  if (index < segments.healthyFrom) return 'recovered';
  if (span === -1 || failure === -1) return 'now';
  if (span === failure) return 'last-failure';
  if (span > failure) return 'now';
  return span >= loop ? 'same-loop' : 'earlier';
};

/** Where in the story a pattern stands; each pattern is looked for once. */
type Search = (pattern: string) => readonly number[];

const searchIn = ({ timed }: Story): Search => {
  const known = new Map<string, readonly number[]>();
  return (pattern) => {
    const before = known.get(pattern);
    if (before !== undefined) return before;
    const regexp = regexpOf(pattern);
    const places = timed.flatMap(({ notable }, index) => (regexp.test(notable.entry.text) ? [index] : []));
    known.set(pattern, places);
    return places;
  };
};

/** Lines which the rule wants or forbids elsewhere in the same attempt. */
const stands = (story: Story, placed: Placed, places: readonly number[]): boolean =>
  places.some(
    (index) =>
      story.timed[index]?.notable.entry !== placed.hit.entry &&
      (story.segments.spanOf[index] === placed.span || placed.place === 'now'),
  );

const holds = (story: Story, rule: Rule, placed: Placed, search: Search): boolean => {
  const wants = rule.symptoms[placed.hit.symptom]?.with;
  if (wants !== undefined && !stands(story, placed, search(wants.line))) return false;
  return !(rule.unless ?? []).some((one) => one.scope === 'attempt' && stands(story, placed, search(one.line)));
};

/** The same message in each turn of a restart loop differs in numbers only. */
const messageKey = ({ text }: Entry): string => text.replaceAll(/\d+/g, '0');

/** Of each distinct message the first whole showing, older incidents aside. `events` are in order. */
const evidenceOf = (events: readonly Placed[], sorted: readonly Placed[]): readonly Entry[] => {
  const best = sorted[0]?.place;
  const isPresent = ({ place }: Placed): boolean => place === best || place === 'same-loop' || place === 'last-failure';
  const showings = new Map<string, Entry[]>();
  for (const { hit } of events.filter(isPresent)) {
    const key = messageKey(hit.entry);
    const before = showings.get(key);
    if (before === undefined) showings.set(key, [hit.entry]);
    else before.push(hit.entry);
  }
  const keys = [...new Set(sorted.filter(isPresent).map(({ hit }) => messageKey(hit.entry)))];
  return keys.slice(0, mostEvidence).flatMap((key) => {
    const entries = showings.get(key) ?? [];
    return entries.find(({ cut }) => cut === undefined) ?? entries[0] ?? [];
  });
};

const mostEvidence = 5;

const toSuspect = (rule: Rule, placed: readonly Placed[]): Suspect => {
  const sorted = placed.toSorted((one, other) => evidenceOrder(one, other) || compareHits(one.hit, other.hit));
  const hits = sorted.map(({ hit }) => hit);
  const captures = Object.assign({}, ...hits.toReversed().map((hit) => hit.captures)) as Suspect['captures'];
  return { rule, hits, evidence: evidenceOf(placed, sorted), captures, place: sorted[0]?.place ?? 'earlier' };
};

/** The causes that the log makes plausible. */
export const suspectsOf = (story: Story, shelf: Shelf): readonly Suspect[] => {
  const failure = tellingFailure(story);
  const loop = loopStart(story);
  const byRule = new Map<CauseId, Placed[]>();
  const search = searchIn(story);
  for (const [index, { notable }] of story.timed.entries()) {
    for (const hit of notable.hits) {
      const placed = { hit, place: placeOf(story, index, failure, loop), span: story.segments.spanOf[index] ?? -1 };
      const before = byRule.get(hit.rule);
      if (before === undefined) byRule.set(hit.rule, [placed]);
      else before.push(placed);
    }
  }
  return shelf.ids.flatMap((id, index) => {
    const all = byRule.get(id);
    if (all === undefined) return [];
    const rule = shelf.rule(index);
    const placed = all.filter((one) => holds(story, rule, one, search));
    return placed.length === 0 ? [] : [toSuspect(rule, placed)];
  });
};
