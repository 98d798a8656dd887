import type { Query } from '../types.ts';

export type FactType = 'boolean' | 'number' | 'text';

/** A closed vocabulary: what a rule may ask of a host, and the facts of the reply. */
export interface ProbeKind {
  readonly ask: string;
  /** One line for authors of rules. */
  readonly about: string;
  /** Parameters of the query; a trailing `?` marks an optional one. */
  readonly params: Readonly<Record<string, FactType>>;
  readonly facts: Readonly<Record<string, FactType>>;
  /** What a person types to learn the same by hand. */
  readonly command: (query: Query) => string;
}

/** A parameter as text, for the command a person types. */
export const param = (query: Query, name: string): string => String(query[name] ?? '');
