import { expect, test } from 'vitest';
import { accuse, diagnose, objectionOf, openCase, openRulebook, questions } from '../../../src/core/diagnose.ts';
import type { Answer, Testimony } from '../../../src/core/types.ts';
import { allRules, now } from '../../diagnose-text.ts';

const rulebook = openRulebook(allRules);
const opened = (text: string) => {
  const open = openCase('journal', rulebook);
  open.reader.push(new TextEncoder().encode(text));
  open.reader.end();
  return { open, accusation: accuse(open, now) };
};
const told = (active: string, answer: Answer): Testimony => ({
  live: true,
  answers: [
    {
      query: { ask: 'unit', name: 'docker.service' },
      answer: { known: true, facts: { load: 'loaded', active, sub: 'running' } },
    },
    { query: { ask: 'docker-info' }, answer },
  ],
});
const judged = (testimony: Testimony) => {
  const { open, accusation } = opened('');
  return diagnose(open, accusation, testimony);
};
const late: Answer = { known: false, why: 'timeout' };

test('a daemon that is active and gives no answer is not well', () => {
  const { outcome, unit, wanted, notes } = judged(told('active', late));
  expect(outcome).toBe('insufficient');
  expect(unit).toMatchObject({ active: 'active', answers: false });
  expect(wanted.map(({ run }) => run).join()).toContain('-C dockerd,containerd');
  expect(notes.join(' ')).toContain('docker info got no answer');
});

test('one that refuses the client did not let it wait', () => {
  const error = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';
  const { outcome, notes } = judged(told('active', { known: true, facts: { answers: false, error } }));
  expect(outcome).toBe('insufficient');
  expect(notes.join(' ')).toContain(error);
  expect(judged(told('active', late)).notes.join(' ')).toContain('in time');
});

test('one that answers is, and so is one that may not be asked', () => {
  expect(judged(told('active', { known: true, facts: { answers: true } }))).toMatchObject({
    outcome: 'healthy',
    unit: { answers: true },
  });
  expect(judged(told('active', { known: false, why: 'not-asked' })).outcome).toBe('healthy');
});

test('of a daemon that is down nobody expects an answer', () => {
  expect(judged(told('failed', late)).unit).not.toHaveProperty('answers');
});

test('it is asked at once, unless the last start is seen to fail', () => {
  const asked = (text: string) => questions(opened(text).accusation, true).map(({ ask }) => ask);
  expect(asked('')).toEqual(['unit', 'docker-info']);
  const failed = `Nov 24 10:00:00 web1 systemd[1]: docker.service: Main process exited, code=exited, status=1/FAILURE
Nov 24 10:00:00 web1 systemd[1]: Failed to start Docker Application Container Engine.
`;
  expect(asked(failed)).not.toContain('docker-info');
});

test('what the client says is heard like a line of the log', () => {
  const error = 'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock';
  const testimony = told('active', { known: true, facts: { error } });
  expect(objectionOf(opened('').accusation, testimony)).toEqual({ asked: 'docker info', text: error });
});
