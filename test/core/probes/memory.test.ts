import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const ask = { ask: 'memory' };
const meminfo =
  'MemTotal:  2000000 kB\nMemFree:  100 kB\nMemAvailable:  50 kB\nBuffers: 1 kB\nCached: 2 kB\nSwapFree: 10 kB\n';
const scene = { now: 0, since: 1_700_000_000_000 };
const command = 'journalctl -k -b 0 -o cat --no-pager -n 10000 --since @1700000000';

test('what is left', () => {
  expect(factsOf(ask, { files: { '/proc/meminfo': meminfo } })).toEqual({
    'available-bytes': 51_200,
    'swap-free-bytes': 10_240,
  });
  const old = meminfo.replace(/MemAvailable.*\n/, '');
  expect(factsOf(ask, { files: { '/proc/meminfo': old } })).toMatchObject({ 'available-bytes': 105_472 });
});

test("who was killed since the failure, if it was Docker's", () => {
  const log = [
    'oom-kill:constraint=CONSTRAINT_MEMCG,task_memcg=/system.slice/docker-4f3c2b1a0d9e8f7a.scope,task=java,pid=12,uid=0',
    'Memory cgroup out of memory: Killed process 12 (java) total-vm:1kB',
    'oom-kill:constraint=CONSTRAINT_NONE,task_memcg=/user.slice/user-1000.slice,task=firefox,pid=13,uid=1000',
    'Out of memory: Killed process 13 (firefox) total-vm:1kB',
  ].join('\n');
  const host = { programs: { [command]: log } };
  expect(factsOf(ask, host, scene)).toEqual({ 'oom-kills': 1, victim: 'java' });
  expect(factsOf(ask, { programs: { [command]: 'x\n' } }, scene)).toEqual({ 'oom-kills': 0 });
});

test('without the time of the failure, or the log, nothing is told of kills', () => {
  expect(answerOf(ask, { programs: { [command]: 'x' } })).toEqual({ known: false, why: 'absent' });
  expect(answerOf(ask, {}, scene)).toEqual({ known: false, why: 'absent' });
});
