import { expect, test } from 'vitest';
import { accuse, auditQuestions, diagnose, openCase, openRulebook } from '../../../src/core/diagnose.ts';
import type { AskedQuery, Diagnosis, Scalar, Testimony } from '../../../src/core/types.ts';
import { allRules, now } from '../../diagnose-text.ts';

const rulebook = openRulebook(allRules);

const answered = (query: AskedQuery['query'], facts: Readonly<Record<string, Scalar>>): AskedQuery => ({
  query,
  answer: { known: true, facts },
});

const unit = (active: string): AskedQuery =>
  answered({ ask: 'unit', name: 'docker.service' }, { load: 'loaded', active });

const live = (...answers: readonly AskedQuery[]): Testimony => ({ answers, live: true });

const opened = (text: string) => {
  const open = openCase('journal', rulebook);
  open.reader.push(new TextEncoder().encode(text));
  open.reader.end();
  return open;
};

const told = (text: string, testimony: Testimony): Diagnosis => {
  const open = opened(text);
  return diagnose(open, accuse(open, now), testimony);
};

const loop = `Nov 24 10:00:00 web1 systemd[1]: docker.service: Main process exited, code=exited, status=1/FAILURE
Nov 24 10:00:00 web1 systemd[1]: docker.service: Failed with result 'exit-code'.
Nov 24 10:00:00 web1 systemd[1]: Failed to start Docker Application Container Engine.
`;
const remap = answered(
  { ask: 'remap' },
  { set: true, value: '1000:1000', user: '1000', group: '1000', 'user-exists': false, 'group-exists': false },
);

test('a loop that shows no reason: the audit is asked, and what the host proves is confirmed', () => {
  const open = opened(loop);
  const asked = auditQuestions(open, accuse(open, now), live(unit('failed')));
  expect(asked.map(({ ask }) => ask)).toEqual(expect.arrayContaining(['remap', 'daemon-config', 'data-root']));
  const { outcome, findings } = told(loop, live(unit('failed'), remap));
  expect(outcome).toBe('found');
  expect(findings[0]).toMatchObject({ cause: 'userns/remap-user-missing', verdict: 'confirmed', evidence: [] });
});

test('a log of nothing at all: the state of the unit is enough to ask', () => {
  const open = opened('');
  expect(auditQuestions(open, accuse(open, now), live(unit('failed')))).not.toEqual([]);
  expect(auditQuestions(open, accuse(open, now), live(unit('active')))).toEqual([]);
  expect(told('', live(unit('active'))).outcome).toBe('healthy');
  expect(told('', live(unit('failed'))).outcome).toBe('insufficient');
});

test('where a line accuses, the audit is not asked', () => {
  const open = opened(`${loop}failed to start daemon: No subuid ranges found for user "anna"\n`);
  expect(auditQuestions(open, accuse(open, now), live(unit('failed')))).toEqual([]);
});

test('a container that the kernel ended is no fault of a daemon that runs', () => {
  const killed = 'Nov 24 10:00:00 web1 kernel: Memory cgroup out of memory: Killed process 4711 (java) total-vm:1kB\n';
  const { outcome, findings, notes } = told(killed, live(unit('active')));
  expect(outcome).toBe('healthy');
  expect(findings).toEqual([]);
  expect(notes.join(' ')).toContain('limits/oom-killed');
  expect(told(killed, live(unit('failed'))).findings[0]?.cause).toBe('limits/oom-killed');
});

test('what was changed just before the first failure is said; what was denied too', () => {
  const records = loop.replaceAll(/^Nov 24 10:00:00 web1 systemd\[1\]: (.*)$/gm, (_, message: string) =>
    JSON.stringify({
      __REALTIME_TIMESTAMP: '1795514400000000',
      SYSLOG_IDENTIFIER: 'systemd',
      UNIT: 'docker.service',
      MESSAGE: message,
    }),
  );
  const at = 1_795_514_400_000;
  const { notes } = told(records, {
    ...live(unit('failed'), { query: { ask: 'remap' }, answer: { known: false, why: 'denied' } }),
    changes: [
      { what: '/etc/docker/daemon.json was changed', at: at - 180_000 },
      { what: 'The package docker.io was upgraded', at: at - 30 * 86_400_000 },
      { what: '/etc/subuid was changed', at: at + 1000 },
    ],
  });
  expect(notes).toContain('/etc/docker/daemon.json was changed 3 minutes before the first failure.');
  expect(notes.filter((note) => note.includes('before the first failure'))).toHaveLength(1);
  expect(notes.join(' ')).toContain('sudo would tell more');
});
