import type { AskedQuery, Scalar } from '../types.ts';

/** What a program of the host objects to, in its own words, and how it was asked. */
export interface Objection {
  readonly asked: string;
  readonly text: string;
}

const factsTo = (ask: string, answers: readonly AskedQuery[]): Readonly<Record<string, Scalar>> => {
  const answer = answers.find(({ query }) => query.ask === ask)?.answer;
  return answer?.known === true ? answer.facts : {};
};

/** What dockerd says against its configuration without starting. */
export const configObjection = (answers: readonly AskedQuery[]): Objection | undefined => {
  const { validated, error, asked } = factsTo('daemon-config', answers);
  return validated === false && typeof error === 'string' && typeof asked === 'string'
    ? { asked, text: error }
    : undefined;
};

/** Why the client could not talk to its daemon. */
export const clientObjection = (answers: readonly AskedQuery[]): Objection | undefined => {
  const { error } = factsTo('docker-info', answers);
  return typeof error === 'string' ? { asked: 'docker info', text: error } : undefined;
};
