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
