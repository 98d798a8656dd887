import type { AskedQuery } from '../types.ts';

/** What a program of the host objects to, in its own words, and how it was asked. */
export interface Objection {
  readonly asked: string;
  readonly text: string;
}

/** What dockerd says against its configuration without starting. */
export const configObjection = (answers: readonly AskedQuery[]): Objection | undefined => {
  const answer = answers.find(({ query }) => query.ask === 'daemon-config')?.answer;
  const { validated, error, asked } = answer?.known === true ? answer.facts : {};
  return validated === false && typeof error === 'string' && typeof asked === 'string'
    ? { asked, text: error }
    : undefined;
};
