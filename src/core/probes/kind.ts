import type { Inquiry } from '../ask/inquiry.ts';
import type { Scene } from '../ask/scene.ts';
import type { Answer, Query } from '../types.ts';

export type FactType = 'boolean' | 'number' | 'text';

/** A closed vocabulary: what a rule may ask of a host, and the facts of the reply. */
export interface ProbeKind {
  readonly ask: string;
  /** One line for authors of rules. */
  readonly about: string;
  /** Parameters of the query; a trailing `?` marks an optional one. */
  readonly params: Readonly<Record<string, FactType>>;
  /** A fact that cannot be told is left out of the answer: left out is not false. */
  readonly facts: Readonly<Record<string, FactType>>;
  /** What a person types to learn the same by hand. */
  readonly command: (query: Query) => string;
  /** How a host is asked. */
  readonly inquire: (query: Query, scene: Scene) => Inquiry<Answer>;
}

/** A parameter as text. */
export const param = (query: Query, name: string): string => String(query[name] ?? '');
