import type { Quiet } from '../read/quiet.ts';
import { lastWords } from '../read/speaker.ts';
import { isDockerUnit, type Mark, markOf } from '../segment/marks.ts';
import type { Entry, Hit } from '../types.ts';
import type { Matcher } from './matcher.ts';

/** An entry that is worth keeping: a mark, a symptom, or a complaint that no rule knows. */
export interface Notable {
  readonly entry: Entry;
  /** Order in the text. */
  readonly order: number;
  readonly mark?: Mark;
  readonly hits: readonly Hit[];
  readonly complaint: boolean;
}

/** What was seen in all, kept as numbers only. */
export interface Tally {
  entries: number;
  aboutDocker: number;
  cut: number;
  warnings: number;
}

export interface Notebook {
  readonly note: (entry: Entry) => void;
  /** A line that was not taken apart, as it says nothing. */
  readonly noteQuiet: (line: Quiet) => void;
  /** In the order of the text; the middle is missing where there were too many. */
  readonly notables: () => readonly Notable[];
  readonly tally: Readonly<Tally>;
}

/** A log of nothing but cut lines is not looked at for ever. */
const mostCut = 200;

/** This many of the first and of the last notables are kept; a restart loop of a week has more. */
const kept = 4000;

const daemonSide = new Set(['daemon', 'containerd', 'rootless', 'client']);

const aboutDocker =
  /docker|containerd|runc\b|moby|oci runtime|rootlesskit|balena|graphdriver|your kernel does not support|starting daemon:|failed to start daemon|initializing network controller|response from daemon|register layer|diffid for layer|handler for \w+ \/|error processing tar file/i;

const isAboutDocker = (entry: Entry): boolean =>
  daemonSide.has(entry.speaker) ||
  (entry.unit !== undefined && isDockerUnit(entry.unit)) ||
  (entry.speaker !== 'container' && entry.speaker !== 'other' && aboutDocker.test(entry.text));

/** Lines that dockerd and the kernel print while all is well, without a level. */
const chatter = /^(?:\s|\[graphdriver\]|Firewalld running|Loading containers|goroutine \d|\S+\(0x|created by )/;

const beginsLastWords = new RegExp(`^(?:${lastWords})`, 'i');

/**
 * A dissatisfied line that no rule knows: an error, or bare text from the daemon, which
 * prints its last words without a level.
 */
const isComplaint = (entry: Entry): boolean => {
  if (entry.level !== undefined) return (entry.level === 'error' || entry.level === 'fatal') && isAboutDocker(entry);
  if (entry.speaker === 'daemon' || entry.speaker === 'rootless') return !chatter.test(entry.text);
  return entry.speaker === 'client' || beginsLastWords.test(entry.text);
};

/** A text that is longer may be the part of a much longer line. */
const longestShared = 512;

/** A copy that does not hold on to the chunk of text which it was cut from. */
const detached = (notable: Notable): Notable => {
  if (notable.entry.text.length <= longestShared) return notable;
  const { entry, hits, ...rest } = JSON.parse(JSON.stringify(notable)) as Notable;
  return { ...rest, entry, hits: hits.map((hit) => ({ ...hit, entry })) };
};

export const createNotebook = (match: Matcher): Notebook => {
  const first: Notable[] = [];
  const last: Notable[] = [];
  const tally: Tally = { entries: 0, aboutDocker: 0, cut: 0, warnings: 0 };
  let order = 0;
  let daemonPids = new Set<number>();

  const keep = (notable: Notable): void => {
    if (first.length < kept) first.push(notable);
    else last.push(notable);
    if (last.length > 2 * kept) last.splice(0, last.length - kept);
  };

  const remember = (pid: number): void => {
    if (daemonPids.size > 256) daemonPids = new Set();
    daemonPids.add(pid);
  };

  /** Container output that dockerd forwards bears dockerd's pid under the container's tag. */
  const isForwarded = (entry: Entry): boolean => {
    if (entry.pid === undefined) return false;
    if (entry.speaker === 'daemon') remember(entry.pid);
    return (entry.speaker === 'other' || entry.speaker === 'client') && daemonPids.has(entry.pid);
  };

  const count = (entry: Entry): void => {
    tally.entries += 1;
    if (isAboutDocker(entry)) {
      tally.aboutDocker += 1;
      if (entry.cut !== undefined) tally.cut += 1;
      if (entry.level === 'warning') tally.warnings += 1;
    }
  };

  const note = (entry: Entry): void => {
    count(entry);
    order += 1;
    if (isForwarded(entry)) return;
    const mark = markOf(entry);
    const matched = match(entry, tally.cut <= mostCut);
    const hits = matched?.hits ?? [];
    const complaint = mark === undefined && hits.length === 0 && isComplaint(entry);
    if (mark === undefined && matched === undefined && !complaint) return;
    keep(detached({ entry, order, hits, complaint, ...(mark !== undefined && { mark }) }));
  };

  const noteQuiet = ({ daemonPid, level, foreign }: Quiet): void => {
    order += 1;
    tally.entries += 1;
    if (foreign === true) return;
    tally.aboutDocker += 1;
    if (level === 'warning') tally.warnings += 1;
    if (daemonPid !== undefined) remember(daemonPid);
  };

  return { note, noteQuiet, notables: () => [...first, ...last], tally };
};
