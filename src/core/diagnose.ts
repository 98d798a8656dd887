import { queriesOf } from './judge/checks.ts';
import { evidenceOf, findingOf, judgeAll } from './judge/finding.ts';
import { notesOf } from './judge/notes.ts';
import { outcomeOf } from './judge/outcome.ts';
import { ranked } from './judge/rank.ts';
import { wantedForSilence } from './judge/wanted.ts';
import { createInterest } from './match/interest.ts';
import { createMatcher, type Matcher } from './match/matcher.ts';
import { createNotebook, type Notebook } from './match/notable.ts';
import { createReader, type Reader } from './read/index.ts';
import { segment } from './segment/attempts.ts';
import { loopOf } from './segment/loop.ts';
import { inOrder } from './segment/order.ts';
import { type Story, suspectsOf } from './suspect.ts';
import type { AskedQuery, Diagnosis, Query, Rule, Suspect } from './types.ts';

/** The rules, made ready once for any number of inputs. */
export interface Rulebook {
  readonly rules: readonly Rule[];
  readonly match: Matcher;
  readonly isInteresting: (line: string) => boolean;
}

export const openRulebook = (rules: readonly Rule[]): Rulebook => ({
  rules,
  match: createMatcher(rules),
  isInteresting: createInterest(rules),
});

/** One input while it is read. */
export interface Case {
  readonly input: string;
  readonly reader: Reader;
  readonly notebook: Notebook;
  readonly rules: readonly Rule[];
}

export const openCase = (input: string, { rules, match, isInteresting }: Rulebook): Case => {
  const notebook = createNotebook(match);
  return { input, rules, notebook, reader: createReader(input, notebook.note, isInteresting) };
};

/** What the log alone makes plausible. */
export interface Accusation {
  readonly story: Story;
  readonly suspects: readonly Suspect[];
}

/** `now` in milliseconds: months are printed without a year. */
export const accuse = ({ notebook, rules }: Case, now: number): Accusation => {
  const timed = inOrder(notebook.notables(), now);
  const story: Story = { timed, segments: segment(timed) };
  return { story, suspects: suspectsOf(story, rules) };
};

/** What a host should be asked. */
export const questions = ({ suspects }: Accusation): readonly Query[] =>
  suspects.flatMap(({ rule, captures }) => queriesOf(rule, captures));

export const diagnose = (open: Case, accusation: Accusation, answers: readonly AskedQuery[] = []): Diagnosis => {
  const { story, suspects } = accusation;
  const notables = story.timed.map(({ notable }) => notable);
  const present = suspects.filter(({ place }) => place !== 'recovered');
  const past = suspects.filter(({ place }) => place === 'recovered');
  const judged = ranked(judgeAll(present, answers));
  const outcome = outcomeOf(judged, story, open.notebook.tally);
  const loop = loopOf(story.segments);
  const complaints = notables.filter(({ complaint }, index) => complaint && index > story.segments.healthyFrom);
  const proof = notables[story.segments.healthyFrom];
  return {
    input: open.input,
    outcome,
    findings: judged.map(({ suspect, verdict }) => findingOf(suspect, verdict, answers)),
    attempts: story.segments.spans.map(({ index: _, real: __, ...attempt }) => attempt),
    ...(loop !== undefined && { loop }),
    wanted: outcome === 'insufficient' ? wantedForSilence(notables, story.segments) : [],
    seen: (outcome === 'healthy' && proof !== undefined ? [proof] : complaints.slice(-3)).map(({ entry }) =>
      evidenceOf(entry),
    ),
    notes: notesOf({ notables, past, tally: open.notebook.tally, segments: story.segments, outcome }),
  };
};
