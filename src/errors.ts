/**
 * The four errors that a person can do something about. `hint` says what.
 * Anything else that is thrown is a bug and keeps its stack.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

export class InputError extends Error {
  override readonly name = 'InputError';
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** A change that was not made, or not taken back; nothing is half done. */
export class MendError extends Error {
  override readonly name = 'MendError';
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

type Known = UsageError | InputError | RuleError | MendError;

const names = ['UsageError', 'InputError', 'RuleError', 'MendError'];

/** By name: what is loaded later brings classes of its own. */
export const isKnown = (error: unknown): error is Known => error instanceof Error && names.includes(error.name);

export const isInputError = (error: unknown): error is InputError => isKnown(error) && error.name === 'InputError';
