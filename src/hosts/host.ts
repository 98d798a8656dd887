import type { Reply, Request, UnknownReason } from '../core/types.ts';
import type { Child } from './shell/child.ts';

/** What a program printed, as bytes. */
export interface Printed {
  readonly code: number;
  readonly bytes: Uint8Array;
  readonly stderr: string;
}

/**
 * Who answers: this machine, another one over ssh, a mounted disk, a recording. A reply is a
 * fact or the reason why there is none; a host never throws for what it cannot tell.
 */
export interface Host {
  /** What it is called in a sentence: `this host`, `web1`, `/mnt/disk`. */
  readonly name: string;
  /** What `--host` was given to come here; nothing of this machine. */
  readonly address?: string;
  readonly kind: 'local' | 'ssh' | 'root' | 'recorded';
  readonly reply: (request: Request) => Promise<Reply>;
  /** Runs a reading program to its end, however long it takes; nothing where it is not there. Only of a far host. */
  readonly run?: (argv: readonly string[]) => Promise<Printed | undefined>;
  /** A shell of its own there, over the same connection: what the hands reach it by. Only of a host behind ssh. */
  readonly session?: () => Promise<Child>;
  /** The connection is gone, and every answer from now on is none. Only of a host behind ssh. */
  readonly isGone?: () => boolean;
  /** Lets go of connections and of what still runs. */
  readonly close: () => Promise<void>;
}

export const unknown = (why: UnknownReason): { readonly known: false; readonly why: UnknownReason } => ({
  known: false,
  why,
});
export const missing = { known: true, exists: false } as const;

/** Of a file's content this much is read; bytes. */
export const mostText = 1024 * 1024;
export const mostNames = 10_000;

/** A reply that has not come by then does not count; milliseconds. */
export const deadline = 2000;
/** A host behind a network has longer: the way there and back, and a machine in trouble that we cannot see. */
export const farDeadline = 4000;
