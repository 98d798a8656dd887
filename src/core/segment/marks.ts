import type { Entry } from '../types.ts';

/** Lines of systemd, journalctl and dockerd which say where a start begins and how it ends. Never causes. */
export type MarkKind =
  | 'starting'
  | 'started'
  | 'start-failed'
  | 'exited'
  | 'result'
  | 'restarting'
  | 'too-often'
  | 'dependency'
  | 'stopped'
  | 'job-failed'
  | 'launch'
  | 'up'
  | 'active'
  | 'inactive'
  | 'no-entries'
  | 'no-rights'
  | 'lost';

export interface Mark {
  readonly kind: MarkKind;
  readonly unit?: string;
  /** `status=1/FAILURE` */
  readonly status?: string;
  /** systemd's result: exit-code, timeout, start-limit-hit, dependency ... */
  readonly reason?: string;
  /** systemd's restart counter. */
  readonly counter?: number;
  /** `Active: active (running) since ...` */
  readonly since?: string;
}

const dockerUnit =
  /^(?:docker|dockerd|docker-latest|docker\.io|balena(?:-engine)?|snap\.[\w.-]*docker[\w.-]*|moby[\w-]*)\.service$/;
const dockerDescription =
  /docker(?:\.service)? (?:application|appl\w*|engine|daemon|container engine)|docker\.service|^docker$|docker\.dockerd|daemon-docker/i;

/** Is it the daemon's own unit, by name or by its description (also cut)? */
export const isDockerUnit = (name: string): boolean => dockerUnit.test(name);
const isAboutDocker = (words: string): boolean =>
  !/docker\.socket|docker socket/i.test(words) &&
  (isDockerUnit(words.split(' ')[0] ?? '') || dockerDescription.test(words));

type Reading = (text: string, entry: Entry) => Mark | undefined;

const phrase =
  (pattern: RegExp, kind: MarkKind): Reading =>
  (text) => {
    const found = pattern.exec(text);
    return found !== null && isAboutDocker(found[1] ?? '') ? { kind, unit: 'docker.service' } : undefined;
  };

/** `docker.service: ...`, `Unit docker.service ...`, or the unit that the record names. */
const unitIn = (text: string, entry: Entry): string | undefined =>
  /(?:^|\s|["'])([\w@.:\\-]+\.service)\b/.exec(text)?.[1] ?? entry.unit;

const aboutUnit =
  (pattern: RegExp, make: (found: RegExpExecArray) => Mark): Reading =>
  (text, entry) => {
    const found = pattern.exec(text);
    if (found === null) return undefined;
    const unit = unitIn(text, entry);
    if (unit !== undefined && !isDockerUnit(unit)) return undefined;
    return { ...make(found), unit: unit ?? 'docker.service' };
  };

const readings: readonly Reading[] = [
  phrase(/^Starting (.+)/, 'starting'),
  phrase(/^Started (.+)/, 'started'),
  phrase(/^Failed to start (?!.*?: )(.+)/, 'start-failed'),
  phrase(/^Stopp(?:ed|ing) (.+)/, 'stopped'),
  phrase(/^Dependency failed for (.+)/, 'dependency'),
  aboutUnit(/(?:main|control) process exited, code=(\w+),?(?: status=(\S+))?/i, (found) => ({
    kind: 'exited',
    status: `code=${found[1]}, status=${found[2] ?? '?'}`,
  })),
  aboutUnit(/failed with result '?([\w-]+)(?![\w\u2026-])/i, (found) => ({
    kind: found[1] === 'dependency' ? 'dependency' : 'result',
    reason: found[1] ?? '',
  })),
  aboutUnit(/entered failed state|^[\w@.-]+\.service failed\.?$/i, () => ({ kind: 'result' })),
  aboutUnit(/(?:scheduled restart job|scheduling restart)(?:.*counter is at (\d+))?/i, (found) => ({
    kind: 'restarting',
    ...(found[1] !== undefined && { counter: Number(found[1]) }),
  })),
  aboutUnit(/start request repeated too quickly/i, () => ({ kind: 'too-often', reason: 'start-limit-hit' })),
  aboutUnit(/start(?:-pre|-post)? operation timed out/i, () => ({
    kind: 'exited',
    status: 'timeout',
    reason: 'timeout',
  })),
  aboutUnit(/^Job for (\S+) (?:failed|canceled|invalid)|^Job failed\. See/i, () => ({ kind: 'job-failed' })),
  aboutUnit(/(?:invoke-rc\.d: initscript docker, action "(?:re)?start" failed)/i, () => ({ kind: 'job-failed' })),
  aboutUnit(/^Active: active \(running\)(?: since ([^;]+))?/, (found) => ({
    kind: 'active',
    ...(found[1] !== undefined && { since: found[1] }),
  })),
  aboutUnit(/^Active: (?:failed|inactive|activating)\b(?:.*?Result: ([\w-]+))?/, (found) => ({
    kind: 'inactive',
    ...(found[1] !== undefined && { reason: found[1] }),
  })),
];

const daemonReadings: readonly (readonly [RegExp, MarkKind])[] = [
  [/^Starting up$/, 'launch'],
  [/^Daemon has completed initialization/, 'up'],
  [/^API listen on /, 'up'],
];

const frames: readonly (readonly [RegExp, MarkKind])[] = [
  [/-- No entries --/, 'no-entries'],
  [/not seeing messages from other users|insufficient permissions|Users in (?:the )?groups? '/, 'no-rights'],
];

const systemdLike = new Set(['systemd', 'unknown', 'client']);
const daemonLike = new Set(['daemon', 'unknown', 'rootless']);

/** A cheap look before the readings: which lines can be marks at all. */
const worthReading =
  /^(?:start|fail|stopp|depend|active|job |unit |daemon has|api listen|invoke-rc|-- no|hint|users in|no journal|\s*users)|\.service|suppressed/i;

export const markOf = (entry: Entry): Mark | undefined => {
  const { text, speaker } = entry;
  if (!worthReading.test(text)) return undefined;
  if (speaker === 'other') {
    const frame = frames.find(([pattern]) => pattern.test(text));
    return frame === undefined ? undefined : { kind: frame[1] };
  }
  if (daemonLike.has(speaker)) {
    const found = daemonReadings.find(([pattern]) => pattern.test(text));
    if (found !== undefined) return { kind: found[1] };
  }
  if (!systemdLike.has(speaker)) return undefined;
  if (/suppressed \d+ messages/i.test(text)) return { kind: 'lost' };
  for (const reading of readings) {
    const mark = reading(text, entry);
    if (mark !== undefined) return mark;
  }
  return undefined;
};
