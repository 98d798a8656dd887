/**
 * The words of docker-why, as types. Everything here is plain data: it can be
 * written as JSON and read in a browser.
 */

export type CauseId = `${string}/${string}`;
export type Scalar = string | number | boolean;

/* --- the log ------------------------------------------------------------ */

export type Level = 'debug' | 'info' | 'warning' | 'error' | 'fatal';

/**
 * Who wrote a line. `container` and `other` are never evidence; `unknown` is
 * text without any prefix, as people paste it, and may be anybody's.
 */
export type Speaker =
  | 'daemon'
  | 'systemd'
  | 'containerd'
  | 'rootless'
  | 'client'
  | 'kernel'
  | 'host'
  | 'container'
  | 'other'
  | 'unknown';

/** One log record, taken apart. */
export interface Entry {
  readonly source: string;
  /** Line of the source, from 1. */
  readonly line: number;
  /** The time as printed; read only when it is needed (see read/time.ts). */
  readonly at?: string;
  /** The time inside the message (logfmt), mostly UTC. */
  readonly innerAt?: string;
  readonly host?: string;
  readonly program?: string;
  readonly pid?: number;
  readonly unit?: string;
  readonly invocation?: string;
  readonly boot?: string;
  readonly machine?: string;
  readonly level?: Level;
  readonly speaker: Speaker;
  /** The bare message: envelopes peeled, quotes plain, no control characters. */
  readonly text: string;
  /** Where a pager or a status view cut the message. */
  readonly cut?: 'end' | 'middle';
  /** The lines that follow without a prefix: a wrapped or multi-line message. */
  readonly more?: readonly string[];
}

/* --- rules -------------------------------------------------------------- */

/**
 * states: the line itself says what is wrong. suggests: the line has several
 * causes. fallback: the line is mostly the echo of another failure and counts
 * only where nothing else is seen.
 */
export type Weight = 'states' | 'suggests' | 'fallback';

export type CaptureType = 'user' | 'group' | 'path' | 'number' | 'ip' | 'unit' | 'id' | 'option' | 'word';

export interface Pattern {
  /** Source of a case-insensitive regular expression over one bare message. */
  readonly line: string;
  /** Lower-case texts of which each match holds at least one. Made at build. */
  readonly literals: readonly string[];
}

export interface Symptom extends Pattern {
  readonly weight: Weight;
  /** The least level at which the line counts; lines without a level count. */
  readonly level: Level;
  readonly from?: readonly Speaker[];
  readonly captures?: Readonly<Record<string, CaptureType>>;
  /** Another line which the same attempt must hold. */
  readonly with?: Pattern;
}

export interface Exception extends Pattern {
  /** line: the accused line itself; attempt: any line of the same attempt. */
  readonly scope: 'line' | 'attempt';
}

export type Query = Readonly<Record<string, Scalar>> & { readonly ask: string };

export interface Test {
  readonly fact: string;
  readonly is?: Scalar;
  readonly not?: Scalar;
  readonly below?: number;
  readonly from?: number;
  readonly in?: readonly Scalar[];
}

export interface Check {
  readonly query: Query;
  /** All of them must hold. */
  readonly confirms?: readonly Test[];
  readonly refutes?: readonly Test[];
  /** The check counts only where this other answer holds too. */
  readonly given?: { readonly query: Query; readonly holds: readonly Test[] };
}

export type Risk = 'safe' | 'restarts' | 'data' | 'security';

export type Step =
  | { readonly say: string }
  | { readonly run: readonly string[]; readonly as?: 'root' | 'user' }
  | { readonly json: string; readonly set?: Readonly<Record<string, unknown>>; readonly remove?: readonly string[] }
  | { readonly line: string; readonly add?: string; readonly remove?: string }
  | { readonly sysctl: string; readonly value: number; readonly file: string }
  | { readonly dropin: string; readonly name: string; readonly text: string }
  | { readonly systemctl: readonly string[]; readonly user?: boolean }
  | { readonly member: string; readonly group: string }
  | { readonly install: string }
  | { readonly module: string }
  | { readonly aside: string }
  | { readonly write: string; readonly text: string };

export interface When {
  /** `ID` or a word of `ID_LIKE` in os-release. */
  readonly distro?: readonly string[];
  /** Major versions of the distribution. */
  readonly version?: readonly string[];
  readonly docker?: { readonly from?: string; readonly below?: string };
  readonly rootless?: boolean;
}

export interface Fix {
  readonly title: string;
  readonly when?: When;
  readonly risk: Risk;
  /** What it costs, for a person: containers stop, images out of sight. */
  readonly cost?: string;
  readonly steps: readonly Step[];
  readonly undo?: string;
}

export interface Wanted {
  readonly run: string;
  readonly why: string;
}

export interface Rule {
  readonly id: CauseId;
  /** The state of the host in one sentence, without captures. */
  readonly title: string;
  /** The same with what the log names in it: `{user}`. */
  readonly headline?: string;
  readonly symptoms: readonly Symptom[];
  readonly unless?: readonly Exception[];
  readonly checks?: readonly Check[];
  /** Ask the host even if no line accuses this cause. */
  readonly audit?: boolean;
  /** How often it is this cause, among rivals for the same line. */
  readonly frequency?: 'common' | 'usual' | 'rare';
  /** Causes that are only the consequence of this one. */
  readonly overrules?: readonly CauseId[];
  readonly explain: string;
  readonly fixes: readonly Fix[];
  readonly wanted?: readonly Wanted[];
  readonly references: readonly string[];
  readonly examples: { readonly hit: readonly string[]; readonly miss: readonly string[] };
}

/* --- the host ----------------------------------------------------------- */

export type UnknownReason = 'denied' | 'timeout' | 'no-such-tool' | 'absent' | 'not-asked' | 'unreadable';

export type Answer =
  | { readonly known: true; readonly facts: Readonly<Record<string, Scalar>> }
  | { readonly known: false; readonly why: UnknownReason };

export interface AskedQuery {
  readonly query: Query;
  readonly answer: Answer;
}

/* --- the result --------------------------------------------------------- */

export type Captures = Readonly<Record<string, string>>;

/** A symptom of a rule, seen in an entry. */
export interface Hit {
  readonly rule: CauseId;
  readonly symptom: number;
  readonly weight: Weight;
  readonly entry: Entry;
  readonly captures: Captures;
  /** Where in the message the match begins and ends, in characters. */
  readonly start: number;
  readonly end: number;
  /** The match had to do without the end of a message that was cut. */
  readonly partial: boolean;
}

export interface Suspect {
  readonly rule: Rule;
  /** Best first. */
  readonly hits: readonly Hit[];
  readonly captures: Captures;
  readonly place: Place;
}

/** Where the best evidence stands; see judge/rank.ts for what outranks what. */
export type Place = 'last-failure' | 'now' | 'same-loop' | 'earlier' | 'recovered' | 'host';

export type Verdict = 'confirmed' | 'likely' | 'possible' | 'refuted';

export interface CheckResult extends AskedQuery {
  readonly says: 'confirms' | 'refutes' | 'unknown';
  /** What was looked at in the answer. */
  readonly confirms?: readonly Test[];
  readonly refutes?: readonly Test[];
}

export interface Evidence {
  readonly source: string;
  readonly line: number;
  readonly at?: string;
  readonly text: string;
  readonly cut?: 'end' | 'middle';
}

export interface Finding {
  readonly cause: CauseId;
  readonly verdict: Verdict;
  readonly title: string;
  readonly explain: string;
  readonly evidence: readonly Evidence[];
  readonly checks: readonly CheckResult[];
  readonly fixes: readonly Fix[];
  readonly wanted: readonly Wanted[];
  readonly captures: Captures;
  /** Why it stands where it stands, in a few words. */
  readonly because: string;
}

export interface Attempt {
  readonly unit: string;
  readonly start?: string;
  readonly end?: string;
  readonly result: 'failed' | 'started' | 'stopped' | 'unknown';
  /** systemd's own word for the failure: `exit-code`, `start-limit-hit`. */
  readonly reason?: string;
  /** `status=1/FAILURE`, as printed. */
  readonly status?: string;
}

export type Outcome = 'found' | 'insufficient' | 'healthy' | 'unrelated';

export interface Diagnosis {
  readonly input: string;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly attempts: readonly Attempt[];
  /** A restart loop, where one is seen. */
  readonly loop?: { readonly attempts: number; readonly from?: string; readonly to?: string };
  readonly wanted: readonly Wanted[];
  /** Complaints that no rule explains, and lines that prove health. */
  readonly seen: readonly Evidence[];
  readonly notes: readonly string[];
}
