import type { CauseId, Risk } from './rule.ts';

/**
 * What hands do, as data: it can be shown before it is done, done, and taken back. Texts are whole
 * files, so that what is shown is what is written.
 */
export type Action =
  /** The content of a file; without `before` it is a new one. */
  | { readonly do: 'edit'; readonly path: string; readonly before?: string; readonly after: string }
  /** A file or directory under another name beside it. */
  | { readonly do: 'aside'; readonly path: string; readonly to: string }
  /** A program, as an argv; `undo` is what takes it back, where something does. */
  | {
      readonly do: 'run';
      readonly argv: readonly string[];
      readonly undo?: readonly string[];
      /** Files that the program writes; undo puts them back to the byte, and needs no program for it. */
      readonly touches?: readonly string[];
      /** Its failure does not stop the plan: a start of Docker is judged by what comes of it. */
      readonly judged?: true;
    }
  /** For the person: nothing is done. */
  | { readonly do: 'tell'; readonly text: string };

/** A fix, made ready for one host. */
export interface Plan {
  readonly cause: CauseId;
  readonly title: string;
  readonly risk: Risk;
  readonly cost?: string;
  readonly actions: readonly Action[];
  /** Why it cannot be done by docker-why: what is not known, what cannot be edited. */
  readonly problems: readonly string[];
}
