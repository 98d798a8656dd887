import type { Level, Speaker } from './log.ts';

export type CauseId = `${string}/${string}`;
export type Scalar = string | number | boolean;

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
  /** Lower-case texts of which each match holds one in its first few characters. Made at build, where there are such. */
  readonly leads?: readonly string[];
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
  /** What a person types to get the answer by hand. Made at build, where the log has no part in it. */
  readonly command?: string;
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
  | {
      readonly json: string;
      readonly set?: Readonly<Record<string, unknown>>;
      readonly remove?: readonly string[];
      /** Takes out every key whose value is this, or has it in a list or below it. */
      readonly holding?: string;
    }
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
