import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const query = { ask: 'environment', name: 'DOCKER_API_VERSION' } as const;

test('set, empty, not set', () => {
  expect(factsOf(query, { variables: { DOCKER_API_VERSION: '1.24' } })).toEqual({ set: true, value: '1.24' });
  expect(factsOf(query, { variables: { DOCKER_API_VERSION: '' } })).toEqual({ set: false });
  expect(factsOf(query, {})).toEqual({ set: false });
});

test('a disk has no caller', () => {
  expect(answerOf(query, { unknown: { variable: 'not-asked' } })).toEqual({ known: false, why: 'not-asked' });
  expect(answerOf({ ask: 'environment', name: 'A B' }, {})).toEqual({ known: false, why: 'not-asked' });
});
