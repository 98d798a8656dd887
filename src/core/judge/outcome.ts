import type { Tally } from '../match/notable.ts';
import type { Story } from '../suspect.ts';
import type { Outcome, UnitState } from '../types.ts';
import { isMute } from './answering.ts';
import { onlyEchoes } from './finding.ts';
import type { Judged } from './rank.ts';
import { isDown } from './state.ts';

const failureMarks = new Set([
  'exited',
  'result',
  'start-failed',
  'too-often',
  'dependency',
  'job-failed',
  'inactive',
  'no-rights',
]);

/** Is trouble seen after the last proof of health? */
const troubleSeen = ({ timed, segments }: Story): boolean =>
  timed.some(({ notable }, index) => {
    if (index <= segments.healthyFrom) return false;
    if (notable.complaint && segments.healthyFrom === -1) return true;
    // a running daemon logs errors of its clients and of the kernel all day
    if (notable.complaint && (notable.entry.level === 'fatal' || notable.entry.speaker === 'client')) return true;
    return notable.mark !== undefined && failureMarks.has(notable.mark.kind);
  });

/** A start of the daemon was seen to fail, or the daemon's own words say so. */
export const daemonFailed = ({ timed, segments }: Story): boolean => {
  const { spans, healthyFrom } = segments;
  return (
    spans.some((span) => span.result === 'failed' && span.real) ||
    timed.some(({ notable }, index) => index > healthyFrom && notable.complaint && notable.entry.speaker === 'daemon')
  );
};

/**
 * found: some cause stands that is more than an echo. healthy: a line proves health after the last
 * trouble, or systemd says that the unit is active. unrelated: nothing is about Docker. Everything else is insufficient;
 * silence is not health.
 */
export const outcomeOf = (judged: readonly Judged[], story: Story, tally: Tally, state?: UnitState): Outcome => {
  const standing = judged.filter(({ verdict }) => verdict !== 'refuted');
  if (standing.length > 0) return daemonFailed(story) && onlyEchoes(standing) ? 'insufficient' : 'found';
  if (isDown(state)) return 'insufficient';
  // what a running daemon logs of containers and clients accuses nobody: systemd has the last word
  if (state?.active === 'active') return isMute(state) ? 'insufficient' : 'healthy';
  if (story.segments.healthyFrom !== -1 && !troubleSeen(story)) return 'healthy';
  if (state !== undefined) return 'insufficient';
  const marked = story.timed.some(({ notable }) => notable.mark !== undefined);
  return tally.aboutDocker > 0 || marked ? 'insufficient' : 'unrelated';
};
