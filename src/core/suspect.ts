import { compareHits, evidenceOrder } from './judge/rank.ts';
import { regexpOf } from './match/matcher.ts';
import type { Notable } from './match/notable.ts';
import { soundsLikeClient } from './read/speaker.ts';
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

/** Lines which the rule wants or forbids elsewhere in the same attempt. */
const stands = (story: Story, placed: Placed, pattern: string): boolean =>
  story.timed.some(
    ({ notable }, index) =>
      notable.entry !== placed.hit.entry &&
      (story.segments.spanOf[index] === placed.span || placed.place === 'now') &&
      regexpOf(pattern).test(notable.entry.text),
  );

const holds = (story: Story, rule: Rule, placed: Placed): boolean => {
  const wants = rule.symptoms[placed.hit.symptom]?.with;
  if (wants !== undefined && !stands(story, placed, wants.line)) return false;
  return !(rule.unless ?? []).some((one) => one.scope === 'attempt' && stands(story, placed, one.line));
};

/** The same message in each turn of a restart loop differs in numbers only. */
const messageKey = ({ text }: Entry): string => text.replaceAll(/\d+/g, '0');

/** Of each distinct message the first whole showing, older incidents aside. `events` are in order. */
const evidenceOf = (events: readonly Placed[], sorted: readonly Placed[]): readonly Entry[] => {
  const best = sorted[0]?.place;
  const present = events.filter(({ place }) => place === best || place === 'same-loop' || place === 'last-failure');
  const keys = [...new Set(sorted.filter((one) => present.includes(one)).map(({ hit }) => messageKey(hit.entry)))];
  return keys.slice(0, mostEvidence).flatMap((key) => {
    const showings = present.map(({ hit }) => hit.entry).filter((entry) => messageKey(entry) === key);
    return showings.find(({ cut }) => cut === undefined) ?? showings[0] ?? [];
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
export const suspectsOf = (story: Story, rules: readonly Rule[]): readonly Suspect[] => {
  const failure = tellingFailure(story);
  const loop = loopStart(story);
  const byRule = new Map<CauseId, Placed[]>();
  for (const [index, { notable }] of story.timed.entries()) {
    for (const hit of notable.hits) {
      const placed = { hit, place: placeOf(story, index, failure, loop), span: story.segments.spanOf[index] ?? -1 };
      byRule.set(hit.rule, [...(byRule.get(hit.rule) ?? []), placed]);
    }
  }
  return rules.flatMap((rule) => {
    const placed = (byRule.get(rule.id) ?? []).filter((one) => holds(story, rule, one));
    return placed.length === 0 ? [] : [toSuspect(rule, placed)];
  });
};
