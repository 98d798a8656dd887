import type { Query, Scalar } from './rule.ts';

export type UnknownReason = 'denied' | 'timeout' | 'no-such-tool' | 'absent' | 'not-asked' | 'unreadable';

export type Answer =
  | { readonly known: true; readonly facts: Readonly<Record<string, Scalar>> }
  | { readonly known: false; readonly why: UnknownReason };

export interface AskedQuery {
  readonly query: Query;
  readonly answer: Answer;
}
