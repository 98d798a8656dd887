import { clientQuery, isMute, seemsUp, wantedForMute, withAnswer } from './judge/answering.ts';
import { audited, auditQueries, isAccused } from './judge/audit.ts';
import { keyOfQuery, queriesOf } from './judge/checks.ts';
import { evidenceOf, findingOf, judgeAll } from './judge/finding.ts';
import { notesOf } from './judge/notes.ts';
import { clientObjection, configObjection, type Objection } from './judge/objection.ts';
import { daemonFailed, outcomeOf } from './judge/outcome.ts';
import { ranked } from './judge/rank.ts';
import { isDown, unitState } from './judge/state.ts';
import { testimonyNotes } from './judge/testimony.ts';
import { wantedForSilence } from './judge/wanted.ts';
import { interestOf } from './match/interest.ts';
import { type Matcher, openMatcher } from './match/matcher.ts';
import { createNotebook, type Notable, type Notebook } from './match/notable.ts';
import { createScanner } from './match/scanner.ts';
import { type Signs, signsOf } from './match/signs.ts';
import { createReader, type Interest, type Reader } from './read/index.ts';
import { type Shelf, shelfOf } from './rules/shelf.ts';
import { type Segments, segment } from './segment/attempts.ts';
import { loopOf } from './segment/loop.ts';
import { inOrder } from './segment/order.ts';
import { type Story, suspectsOf } from './suspect.ts';
import type { Diagnosis, Finding, Query, Rule, Suspect, Testimony, UnitState, Wanted } from './types.ts';

/** The rules, made ready once for any number of inputs. */
export interface Rulebook {
  readonly shelf: Shelf;
  readonly match: Matcher;
  readonly interest: Interest;
}

/** Rules with their signs, as the build made them. */
export const openShelf = (shelf: Shelf, signs: Signs): Rulebook => {
  const scanner = createScanner(signs.tables);
  return { shelf, match: openMatcher(shelf, signs, scanner), interest: interestOf(scanner, signs.telling) };
};

export const openRulebook = (rules: readonly Rule[]): Rulebook => openShelf(shelfOf(rules), signsOf(rules));

/** One input while it is read. */
export interface Case {
  readonly input: string;
  readonly reader: Reader;
  /** A reader for a further text of the same case. */
  readonly readerFor: (source: string) => Reader;
  readonly notebook: Notebook;
  readonly shelf: Shelf;
}

export const openCase = (input: string, { shelf, match, interest }: Rulebook): Case => {
  const notebook = createNotebook(match);
  const readerFor = (source: string): Reader => createReader(source, notebook.note, interest, notebook.noteQuiet);
  return { input, shelf, notebook, reader: readerFor(input), readerFor };
};

/** What the log alone makes plausible. */
export interface Accusation {
  readonly story: Story;
  readonly suspects: readonly Suspect[];
}

/** `now` in milliseconds: months are printed without a year. */
export const accuse = ({ notebook, shelf }: Case, now: number): Accusation => {
  const timed = inOrder(notebook.notables(), now);
  const story: Story = { timed, segments: segment(timed) };
  return { story, suspects: suspectsOf(story, shelf) };
};

export { failureBegan } from './judge/changes.ts';
export type { Objection } from './judge/objection.ts';
export { isOwn, mayBeOwn, type Owner, ownerOf } from './judge/owner.ts';

/** Asked of a live host whatever the log says. */
const ownUnit = { ask: 'unit', name: 'docker.service' } as const;

/** What a host should be asked for the suspects; of a live one also how the daemon is. */
export const questions = ({ story, suspects }: Accusation, live = false): readonly Query[] => [
  ...(live ? [ownUnit] : []),
  ...(live && seemsUp(story) ? [clientQuery] : []),
  ...suspects.flatMap(({ rule, captures }) => queriesOf(rule, captures)),
];

const silence: Testimony = { answers: [], live: false };

const stateOf = ({ answers, live }: Testimony): UnitState | undefined => {
  const asked = live ? answers.find(({ query }) => keyOfQuery(query) === keyOfQuery(ownUnit)) : undefined;
  const state = asked?.answer.known === true ? unitState(asked.answer.facts) : undefined;
  return state === undefined ? undefined : withAnswer(state, answers);
};

/** A container that the kernel ended is no fault of a daemon that runs. */
const isAside = ({ hits }: Suspect, state: UnitState | undefined): boolean =>
  state?.active === 'active' && hits.every(({ entry }) => entry.speaker === 'kernel');

const present = ({ suspects }: Accusation, state: UnitState | undefined): readonly Suspect[] =>
  suspects.filter((suspect) => suspect.place !== 'recovered' && !isAside(suspect, state));

/**
 * What to ask beyond the suspects, once they are asked: nothing where one of them stands, or
 * where nothing failed.
 */
export const auditQuestions = ({ shelf }: Case, accusation: Accusation, testimony: Testimony): readonly Query[] => {
  const state = stateOf(testimony);
  const failed = daemonFailed(accusation.story) || isDown(state);
  if (!failed || isAccused(judgeAll(present(accusation, state), testimony.answers))) return [];
  return auditQueries(shelf.all(), accusation.suspects);
};

/** A line as good as the log's, where that accuses nobody. */
export const objectionOf = (accusation: Accusation, testimony: Testimony): Objection | undefined => {
  const { answers } = testimony;
  if (isAccused(judgeAll(present(accusation, stateOf(testimony)), answers))) return undefined;
  return configObjection(answers) ?? clientObjection(answers);
};

/** One cause that a person names, whatever the log says: what the host is asked for it, and the finding. */
export const questionsFor = (rule: Rule): readonly Query[] => queriesOf(rule, {});

export const findingFor = (rule: Rule, { answers, system }: Testimony): Finding => {
  const [proven] = audited([{ ...rule, audit: true }], [], answers);
  const suspect: Suspect = proven ?? { rule, hits: [], evidence: [], captures: {}, place: 'host' };
  const [judged] = judgeAll([suspect], answers);
  return findingOf(suspect, judged?.verdict ?? 'possible', answers, system);
};

const wantedOf = (notables: readonly Notable[], segments: Segments, state: UnitState | undefined): readonly Wanted[] =>
  isMute(state) ? wantedForMute : wantedForSilence(notables, segments);

export const diagnose = (open: Case, accusation: Accusation, testimony: Testimony = silence): Diagnosis => {
  const { story, suspects } = accusation;
  const { answers, system } = testimony;
  const state = stateOf(testimony);
  const notables = story.timed.map(({ notable }) => notable);
  const standing = present(accusation, state);
  const past = suspects.filter((suspect) => !standing.includes(suspect));
  const judged = ranked(
    judgeAll([...standing, ...(answers.length > 0 ? audited(open.shelf.all(), suspects, answers) : [])], answers),
  );
  const outcome = outcomeOf(judged, story, open.notebook.tally, state);
  const loop = loopOf(story.segments);
  const complaints = notables.filter(({ complaint }, index) => complaint && index > story.segments.healthyFrom);
  const proof = notables[story.segments.healthyFrom];
  return {
    input: open.input,
    outcome,
    findings: judged.map(({ suspect, verdict }) => findingOf(suspect, verdict, answers, system)),
    attempts: story.segments.spans.map(({ index: _, real: __, ...attempt }) => attempt),
    ...(loop !== undefined && { loop }),
    ...(state !== undefined && { unit: state }),
    wanted: outcome === 'insufficient' ? wantedOf(notables, story.segments, state) : [],
    seen: (outcome === 'healthy' && proof !== undefined ? [proof] : complaints.slice(-3)).map(({ entry }) =>
      evidenceOf(entry),
    ),
    notes: [
      ...notesOf({ notables, past, tally: open.notebook.tally, segments: story.segments, outcome }),
      ...testimonyNotes(testimony, state, story),
    ],
  };
};
