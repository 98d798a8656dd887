import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const day = 86_400_000;
const now = 1000 * day;
const path = '/etc/docker/server.pem';
const query = { ask: 'certificate', path } as const;
const host = (until: number, more = {}): FakeHost => ({
  certificates: { [path]: { known: true, exists: true, valid: true, from: now - 90 * day, until, ...more } },
});

test('days before and after its end', () => {
  expect(factsOf(query, host(now + 2.5 * day), { now })).toEqual({
    exists: true,
    readable: true,
    valid: true,
    'days-left': 2,
    'days-since-start': 90,
  });
  expect(factsOf(query, host(now - 1), { now })).toMatchObject({ 'days-left': -1 });
});

test('against its key and its authority', () => {
  const whole = { ...query, key: '/etc/docker/key.pem', ca: '/etc/docker/ca.pem' };
  const host1 = host(now + day, { 'key-fits': false, 'authority-fits': true });
  expect(factsOf(whole, host1, { now })).toMatchObject({ 'key-fits': false, 'ca-fits': true });
});

test('something else in its place, nothing, and what may not be read', () => {
  const other: FakeHost = { certificates: { [path]: { known: true, exists: true, valid: false } } };
  expect(factsOf(query, other)).toEqual({ exists: true, readable: true, valid: false });
  expect(factsOf(query, {})).toEqual({ exists: false });
  expect(answerOf(query, { unknown: { [path]: 'denied' } })).toEqual({ known: false, why: 'denied' });
  expect(answerOf({ ...query, path: 'ca.pem' }, other)).toEqual({ known: false, why: 'not-asked' });
  expect(answerOf({ ...query, key: 'key.pem' }, other)).toEqual({ known: false, why: 'not-asked' });
});
