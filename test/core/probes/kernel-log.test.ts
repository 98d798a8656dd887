import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const ask = { ask: 'kernel-log', text: 'out of MEMORY: Kill' };
const journal = 'journalctl -k -b 0 -o cat --no-pager';
const all = `${journal} -n 10000`;
const line = 'Out of memory: Killed process 4711 (java)';
const scene = { now: 0, since: 1_700_000_100_000 };

test('seen in the journal of this boot, the last line with it', () => {
  const facts = factsOf(ask, { programs: { [all]: `x\n${line}\n${line} 2\n` } });
  expect(facts).toEqual({ seen: true, count: 2, last: `${line} 2` });
  expect(factsOf(ask, { programs: { [all]: 'x\n' } })).toEqual({ seen: false, count: 0 });
});

test('since the failure: silence counts where the journal has the kernel at all', () => {
  const since = `${all} --since @1700000100`;
  expect(factsOf(ask, { programs: { [since]: `${line}\n` } }, scene)).toMatchObject({ seen: true });
  const quiet = { programs: { [since]: '-- No entries --\n', [`${journal} -n 1`]: 'x\n' } };
  expect(factsOf(ask, quiet, scene)).toEqual({ seen: false, count: 0 });
  const empty = { programs: { [since]: '', [`${journal} -n 1`]: '' } };
  expect(answerOf(ask, empty, scene)).toEqual({ known: false, why: 'absent' });
});

test('dmesg where there is no journal, by its own clock', () => {
  const dmesg = `[   10.000000] ${line}\n[  200.500000] ${line} 2\n`;
  const host = { files: { '/proc/stat': 'cpu 1\nbtime 1700000000\n' }, programs: { dmesg } };
  expect(factsOf(ask, host)).toMatchObject({ count: 2 });
  expect(factsOf(ask, host, scene)).toEqual({ seen: true, count: 1, last: `[  200.500000] ${line} 2` });
  expect(answerOf(ask, { programs: { dmesg } }, scene)).toMatchObject({ known: false });
});

test('without rights', () => {
  const hint = 'Hint: You are currently not seeing messages from other users and the system.\n';
  const programs = {
    [all]: { stdout: '-- No entries --\n', stderr: hint },
    dmesg: { code: 1, stderr: 'dmesg: read kernel buffer failed: Operation not permitted\n' },
  };
  expect(answerOf(ask, { programs })).toEqual({ known: false, why: 'denied' });
  expect(answerOf(ask, {})).toEqual({ known: false, why: 'no-such-tool' });
  expect(answerOf({ ask: 'kernel-log', text: ' ' }, { programs })).toEqual({ known: false, why: 'not-asked' });
});

test('a line without end is cut', () => {
  const facts = factsOf(ask, { programs: { [all]: `${line}${'x'.repeat(100_000)}\n` } });
  expect(String(facts['last']).length).toBe(500);
});
