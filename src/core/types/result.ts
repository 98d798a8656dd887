import type { AskedQuery } from './host.ts';
import type { Entry } from './log.ts';
import type { CauseId, Fix, Rule, Test, Wanted, Weight } from './rule.ts';

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
  /** The lines to show, the most telling first. */
  readonly evidence: readonly Entry[];
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

/** What systemd says of the daemon's unit at this moment. */
export interface UnitState {
  /** `active`, `failed`, `inactive`, `activating` ...; `unknown` where only the unit's files could be read. */
  readonly active: string;
  /** `loaded`, `not-found`, `masked` ... */
  readonly load: string;
  readonly sub?: string;
  /** Does it answer a client? Asked only where it is active. */
  readonly answers?: boolean;
}

export interface Diagnosis {
  readonly input: string;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly attempts: readonly Attempt[];
  /** A restart loop, where one is seen. */
  readonly loop?: { readonly attempts: number; readonly from?: string; readonly to?: string };
  /** Of the live host. */
  readonly unit?: UnitState;
  readonly wanted: readonly Wanted[];
  /** Complaints that no rule explains, and lines that prove health. */
  readonly seen: readonly Evidence[];
  readonly notes: readonly string[];
}
