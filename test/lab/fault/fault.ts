import type { CauseId } from '../../../src/core/types.ts';
import type { Kind, SuiteName } from '../guest/suites.ts';

/** One thing done in a guest. Data: it can be shown before it is done. */
export interface Step {
  readonly argv: readonly string[];
  readonly input?: string;
  readonly seconds?: number;
  /** Its failure is of no consequence. */
  readonly mayFail?: boolean;
}

/** How the fault shows: by a restart of docker.service, or by a command of a person. */
export type Observe = { readonly restart: string } | { readonly command: string; readonly seconds?: number };

export interface Fault {
  readonly inject: readonly Step[];
  readonly observe: Observe;
  /** What mends it; the command, if there is one, must then succeed. Empty where only another command helps. */
  readonly heal: readonly Step[];
  /** The command stays wrong: after the mend it is enough that docker is well. */
  readonly again?: false;
  /** Causes that are as good an answer. */
  readonly also?: readonly CauseId[];
  /** All but host, unless told. */
  readonly suites?: readonly SuiteName[];
  readonly kind?: Kind;
  /** Programs of this suite are put in (`fault/borrow.ts`). */
  readonly borrows?: SuiteName;
  /** A pattern that the recording must hold, or it is not the fault that was meant. */
  readonly expect?: string;
  /** Units whose journal a person would have to add; `kernel` for the kernel's lines. */
  readonly units?: readonly string[];
  /** The broken host itself cannot tell; a comment beside it says why. Every other fault must be told there. */
  readonly live?: false;
  /** Without its journal the broken host cannot tell; a comment beside it says why. */
  readonly rotated?: false;
  /** The log cannot tell: only the host does. The diagnosis from the log is counted, not required. */
  readonly silent?: boolean;
  /** Too much is touched: the guest is thrown away afterwards. */
  readonly fresh?: boolean;
  /** Language of the guest's journal and client. */
  readonly lang?: string;
}

/** What one file of faults/ exports: variants of one cause. */
export type Faults = Readonly<Record<string, Fault>>;

export interface NamedFault extends Fault {
  /** `group/slug.variant` */
  readonly id: string;
  readonly cause: CauseId;
}
