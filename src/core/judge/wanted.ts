import type { Notable } from '../match/notable.ts';
import { commandFor } from '../probes/index.ts';
import type { Segments } from '../segment/attempts.ts';
import type { Check, Suspect, Test, Wanted } from '../types.ts';
import { fillQuery } from './checks.ts';

const lines = 'journalctl -u docker.service -b --no-pager -n 200';

const testWords = (test: Test): string => {
  if (test.is !== undefined) return `${test.fact} ${String(test.is)}`;
  if (test.not !== undefined) return `${test.fact} other than ${String(test.not)}`;
  if (test.in !== undefined) return `${test.fact} ${test.in.join(' or ')}`;
  if (test.below !== undefined) return `${test.fact} below ${test.below}`;
  return `${test.fact} at least ${test.from ?? 0}`;
};

/** What an answer would mean: `value below 1 confirms it; value at least 1024 rules it out`. */
export const meaning = (check: Check): string =>
  [
    check.confirms && `${check.confirms.map(testWords).join(', ')} confirms it`,
    check.refutes && `${check.refutes.map(testWords).join(', ')} rules it out`,
  ]
    .filter((part) => part !== undefined)
    .join('; ');

const ofChecks = (suspect: Suspect): readonly Wanted[] =>
  (suspect.rule.checks ?? []).flatMap((check) => {
    const query = fillQuery(check.query, suspect.captures);
    const run = query === undefined ? undefined : (check.command ?? commandFor(query));
    return run === undefined ? [] : [{ run, why: `${suspect.rule.id}: ${meaning(check)}` }];
  });

const unique = (wanted: readonly Wanted[]): readonly Wanted[] => [
  ...new Map(wanted.map((one) => [one.run, one])).values(),
];

/** What would tell a suspect from its rivals: its own requests, then the commands of its checks. */
export const wantedFor = (suspect: Suspect): readonly Wanted[] =>
  unique([...(suspect.rule.wanted ?? []), ...ofChecks(suspect)]).slice(0, 6);

/** What to ask for when the log holds no reason. */
export const wantedForSilence = (notables: readonly Notable[], segments: Segments): readonly Wanted[] => {
  const kinds = new Set(notables.map(({ mark }) => mark?.kind));
  const rights = kinds.has('no-rights');
  const cut = notables.some(({ entry }) => entry.cut !== undefined);
  const why = rights
    ? 'the log was read without the right to see it'
    : cut
      ? 'the lines were cut; this prints them whole, with the reason dockerd gave'
      : 'systemd only says that dockerd failed; the line that dockerd printed says why';
  const wanted: Wanted[] = [{ run: `sudo ${lines}`, why }];
  if (kinds.has('dependency')) {
    wanted.push({
      run: 'sudo journalctl -u docker.socket -u containerd.service -b --no-pager -n 100',
      why: 'a unit that Docker needs failed; its own lines say why',
    });
  }
  if (segments.spans.length > 0 || kinds.has('job-failed') || kinds.has('inactive')) {
    wanted.push({
      run: 'sudo dockerd --validate --config-file /etc/docker/daemon.json',
      why: 'Docker 23 and later checks its configuration without starting',
    });
  }
  return wanted;
};
