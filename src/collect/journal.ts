import { createReader } from '../core/read/index.ts';
import type { Entry } from '../core/types.ts';

/** What journalctl printed; undefined where it could not be run. */
export interface Printed {
  readonly code: number;
  readonly bytes: Uint8Array;
  readonly stderr: string;
}

/** Runs journalctl where the daemon lives: here, over ssh, or on the files of a mounted disk. */
export type Journalctl = (args: readonly string[]) => Promise<Printed | undefined>;

export interface JournalOptions {
  /** The daemon's unit. */
  readonly unit: string;
  /** The journal of the caller's own units. */
  readonly user: boolean;
  readonly since?: string;
  readonly boot?: string;
}

/** What the journal of the daemon gave, or why it gave nothing. */
export type Journal =
  | { readonly found: true; readonly chunks: readonly Uint8Array[]; readonly partial: boolean }
  | { readonly found: false; readonly why: 'no-journalctl' | 'no-journal' | 'no-rights' | 'no-entries' };

const fields = [
  'MESSAGE',
  'SYSLOG_IDENTIFIER',
  '_PID',
  '_HOSTNAME',
  '_SYSTEMD_UNIT',
  '_SYSTEMD_USER_UNIT',
  'UNIT',
  'USER_UNIT',
  'CONTAINER_ID',
  'CONTAINER_NAME',
  '_TRANSPORT',
  '_SYSTEMD_INVOCATION_ID',
  'INVOCATION_ID',
  'USER_INVOCATION_ID',
  '_BOOT_ID',
  '_MACHINE_ID',
];

/** export prints five times as fast as json, and bytes stay bytes. */
const shape = ['-o', 'export', `--output-fields=${fields.join(',')}`, '--no-pager', '-q'];

/** Lines by the unit, lines of systemd about it, and its core dumps: what `-u` does, for several units at once. */
const matchesOf = (units: readonly string[], user: boolean): readonly string[] => {
  const names = user
    ? ['_SYSTEMD_USER_UNIT', 'USER_UNIT', 'COREDUMP_USER_UNIT']
    : ['_SYSTEMD_UNIT', 'UNIT', 'COREDUMP_UNIT', 'OBJECT_SYSTEMD_UNIT'];
  return units
    .flatMap((unit) => names.map((name) => `${name}=${unit}`))
    .flatMap((match, index) => (index === 0 ? [match] : ['+', match]));
};

/** So many of the newest lines show where the newest attempts begin. */
const look = 300;
/** Attempts that are read: the newest, and what it repeats. */
const attempts = 4;
const mostOwn = 4000;
const mostOthers = 1500;
/** What brought a start down may stand shortly before it; milliseconds. */
const margin = 15_000;

const entriesOf = (bytes: Uint8Array): readonly Entry[] => {
  const entries: Entry[] = [];
  const reader = createReader('journal', (entry) => entries.push(entry));
  reader.push(bytes);
  reader.end();
  return entries;
};

/** Milliseconds since 1970; the reader gives the times of journal records in UTC. */
const timeOf = ({ at }: Entry): number | undefined => (at?.endsWith('Z') === true ? Date.parse(at) : undefined);

/** systemd before 232 gives no invocation ids; there `Starting ...` begins an attempt. */
const startsOf = (entries: readonly Entry[]): readonly (number | undefined)[] => {
  const byId = new Map<string, number | undefined>();
  for (const entry of entries)
    if (entry.invocation !== undefined && !byId.has(entry.invocation)) byId.set(entry.invocation, timeOf(entry));
  if (byId.size > 0) return [...byId.values()];
  return entries.filter(({ text }) => /^Starting /.test(text)).map(timeOf);
};

/** When the oldest of the attempts of interest began, as far as these lines show. */
export const beginOf = (bytes: Uint8Array): number | undefined => {
  const starts = startsOf(entriesOf(bytes)).filter((time) => time !== undefined);
  return starts.slice(-attempts).reduce<number | undefined>((least, time) => Math.min(least ?? time, time), undefined);
};

const bootArgs = ({ boot }: JournalOptions): readonly string[] => ['-b', boot ?? '0'];

/** `@` and seconds since 1970, as systemd.time(7) has it; systemd 219 takes no fraction. */
const sinceArgs = (time: number | undefined): readonly string[] =>
  time === undefined ? [] : [`--since=@${Math.floor(time / 1000)}`];

const denied = /not seeing messages|insufficient permissions|permission denied/i;

const failureOf = (printed: Printed | undefined): Extract<Journal, { found: false }>['why'] => {
  if (printed === undefined) return 'no-journalctl';
  if (denied.test(printed.stderr)) return 'no-rights';
  return /no journal files|failed to (?:open|iterate)/i.test(printed.stderr) ? 'no-journal' : 'no-entries';
};

const hasLines = (printed: Printed | undefined): printed is Printed =>
  printed !== undefined && printed.bytes.length > 0;

/**
 * Never more than needed: a look at the newest lines tells when the newest attempts began; from
 * there on the daemon's own lines are read, and beside them those of the units it needs and of
 * the kernel.
 */
export const readJournal = async (journalctl: Journalctl, options: JournalOptions): Promise<Journal> => {
  const { unit, user, since } = options;
  const session = user ? ['--user'] : [];
  const own = matchesOf([unit], user);
  const others = user
    ? ['_TRANSPORT=kernel']
    : [...matchesOf(['docker.socket', 'containerd.service'], false), '+', '_TRANSPORT=kernel'];
  const boot = since !== undefined && options.boot === undefined ? [] : bootArgs(options);
  // without -q: a hint about missing rights is the only sign of them
  const first = await journalctl([
    ...session,
    ...boot,
    ...shape.filter((word) => word !== '-q'),
    '-n',
    String(look),
    ...own,
  ]);
  const begin = hasLines(first) ? beginOf(first.bytes) : undefined;
  const from = since === undefined ? sinceArgs(begin) : [`--since=${since}`];
  const around = since === undefined ? sinceArgs(begin === undefined ? undefined : begin - margin) : from;
  const isWhole = hasLines(first) && since === undefined && entriesOf(first.bytes).length < look;
  const [mine, near] = await Promise.all([
    isWhole ? first : journalctl([...session, ...boot, ...shape, '-n', String(mostOwn), ...from, ...own]),
    journalctl([...boot, ...shape, '-n', String(hasLines(first) ? mostOthers : 200), ...around, ...others]),
  ]);
  const chunks = [mine, near].filter(hasLines).map(({ bytes }) => bytes);
  const partial = first !== undefined && denied.test(first.stderr);
  if (!hasLines(mine)) return { found: false, why: failureOf(first) };
  return { found: true, chunks, partial };
};
