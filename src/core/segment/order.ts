import type { Notable } from '../match/notable.ts';
import { readTime, type Time } from '../read/time.ts';

/** A notable with its time, where it has one. */
export interface Timed {
  readonly notable: Notable;
  readonly time?: Time;
}

const timeOf = (notable: Notable, now: number): Time | undefined => {
  const printed = notable.mark?.kind === 'active' ? notable.mark.since : (notable.entry.at ?? notable.entry.innerAt);
  return printed === undefined ? undefined : readTime(printed.replace(/^\S+ (?=\d{4}-)/, ''), now);
};

/** Steps of time up, minus steps down; the time within the message decides where seconds are equal. */
const direction = (timed: readonly Timed[], now: number): number => {
  let sum = 0;
  let before: Timed | undefined;
  for (const one of timed) {
    const { notable, time } = one;
    const last = before;
    // lines without a time do not hide which way the time goes
    if (time !== undefined || before === undefined) before = one;
    if (last === undefined || last.notable.entry.source !== notable.entry.source) continue;
    const [earlier, later] = [last.time, time];
    if (earlier !== undefined && later !== undefined && earlier.scale === later.scale && earlier.ms !== later.ms) {
      sum += Math.sign(later.ms - earlier.ms);
    } else {
      sum += Math.sign(innerStep(last.notable, notable, now)) || systemdStep(last.notable, notable);
    }
  }
  return sum;
};

const innerStep = (before: Notable, after: Notable, now: number): number => {
  const [one, other] = [before.entry.innerAt, after.entry.innerAt];
  if (one === undefined || other === undefined) return 0;
  return (readTime(other, now)?.ms ?? 0) - (readTime(one, now)?.ms ?? 0);
};

/** systemd says `exited`, then `result`, then `Failed to start`, all in one second. */
const systemdOrder = ['exited', 'result', 'start-failed'];

const systemdStep = (before: Notable, after: Notable): number => {
  const one = systemdOrder.indexOf(before.mark?.kind ?? '');
  const other = systemdOrder.indexOf(after.mark?.kind ?? '');
  return one === -1 || other === -1 ? 0 : Math.sign(other - one);
};

/** Runs of rising time: the outputs of several commands in one ticket. */
const runsOf = (timed: readonly Timed[]): readonly (readonly Timed[])[] => {
  const runs: Timed[][] = [];
  let latest: Time | undefined;
  for (const one of timed) {
    const falls = one.time !== undefined && latest !== undefined && one.time.ms < latest.ms - 1500;
    if (runs.length === 0 || falls) runs.push([]);
    runs.at(-1)?.push(one);
    latest = one.time ?? latest;
  }
  return runs;
};

const startOf = (run: readonly Timed[]): number =>
  run.find(({ time }) => time !== undefined)?.time?.ms ?? Number.POSITIVE_INFINITY;

const mergeRuns = (runs: readonly (readonly Timed[])[]): readonly Timed[] => {
  const flat = runs.flatMap((run) => {
    let ms = startOf(run);
    return run.map((one) => {
      ms = one.time?.ms ?? ms;
      return { one, ms };
    });
  });
  return flat.toSorted((left, right) => (left.ms === right.ms ? 0 : left.ms - right.ms)).map(({ one }) => one);
};

/** The same line twice: `systemctl status` repeats the end of the journal. */
const keyOf = ({ entry }: Notable): string | undefined =>
  entry.at === undefined || entry.cut !== undefined
    ? undefined
    : `${entry.at} ${entry.program ?? ''} ${entry.pid ?? ''} ${entry.text}`;

const withoutTwins = (notables: readonly Notable[]): readonly Notable[] => {
  const blocks = new Map<string, number>();
  return notables.filter((notable, index) => {
    const key = keyOf(notable);
    if (key === undefined) return true;
    const before = blocks.get(key);
    blocks.set(key, index);
    // neighbours of one text and time are two events; far apart they are one event shown twice
    return before === undefined || index - before < 3;
  });
};

/**
 * The notables in the order of events: a reversed log turned round, the parts
 * of a ticket merged by time. Lines without a time stay behind their neighbour.
 */
export const inOrder = (notables: readonly Notable[], now: number): readonly Timed[] => {
  const timed = withoutTwins(notables).map((notable): Timed => {
    const time = timeOf(notable, now);
    return time === undefined ? { notable } : { notable, time };
  });
  const forward = direction(timed, now) < 0 ? timed.toReversed() : timed;
  const runs = runsOf(forward);
  const scales = new Set(forward.flatMap(({ time }) => (time === undefined ? [] : [time.scale])));
  return runs.length < 2 || scales.size > 1 ? forward : mergeRuns(runs);
};
