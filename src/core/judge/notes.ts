import type { Notable, Tally } from '../match/notable.ts';
import type { Segments } from '../segment/attempts.ts';
import type { Outcome, Suspect } from '../types.ts';

export interface Notes {
  readonly notables: readonly Notable[];
  readonly past: readonly Suspect[];
  readonly tally: Tally;
  readonly segments: Segments;
  readonly outcome: Outcome;
}

const pastWords = ({ rule, place }: Suspect): string =>
  place === 'recovered'
    ? `There was trouble before Docker came up: ${rule.title} (${rule.id}).`
    : `The kernel speaks of trouble, and Docker itself is up: ${rule.title} (${rule.id}).`;

/** What a reader should know beside the findings, each in one sentence. */
export const notesOf = ({ notables, past, tally, segments, outcome }: Notes): readonly string[] => {
  const kinds = new Set(notables.map(({ mark }) => mark?.kind));
  const notes: string[] = [];
  if (segments.gaveUp) {
    notes.push(
      'systemd gave up after repeated failures: `systemctl reset-failed docker` lets it try again once the cause is mended.',
    );
  }
  if (kinds.has('no-rights'))
    notes.push('journalctl ran without the right to see the system log; an empty log proves nothing.');
  if (kinds.has('no-entries')) notes.push('journalctl found no entries (`-- No entries --`); that proves nothing.');
  if (kinds.has('lost')) notes.push('The journal dropped messages (rate limit): the deciding line may be lost.');
  if (tally.cut > 0 && outcome !== 'healthy') {
    notes.push(`${tally.cut} line${tally.cut === 1 ? ' was' : 's were'} cut by the pager or the status view.`);
  }
  if (outcome === 'healthy' && tally.warnings > 0) {
    notes.push(
      `${tally.warnings} warning${tally.warnings === 1 ? '' : 's'} before or after it did not keep Docker from starting.`,
    );
  }
  return [...notes, ...past.map(pastWords).slice(0, 3)];
};
