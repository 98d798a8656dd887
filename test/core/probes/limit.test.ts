import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const of = (name: string) => ({ ask: 'limit', name });
const files = {
  '/proc/loadavg': '0.20 0.18 0.12 1/981 11206\n',
  '/proc/sys/kernel/pid_max': '1000\n',
  '/proc/sys/kernel/threads-max': '100000\n',
  '/proc/sys/fs/file-nr': '1298\t0\t9223372036854775807\n',
  '/proc/key-users': '    0:    31 30/30 25/1000000 498/25000000\n 1000:     2 2/2 199/200 18/20000\n',
};

test('tasks, files', () => {
  expect(factsOf(of('pids'), { files })).toEqual({ used: 981, limit: 1000, percent: 98 });
  expect(factsOf(of('threads'), { files })).toEqual({ used: 981, limit: 100_000, percent: 0 });
  expect(factsOf(of('files'), { files })).toMatchObject({ used: 1298, percent: 0 });
});

test("keys: of root and of containers' ids, never those of a person who has no daemon", () => {
  expect(factsOf(of('keys'), { files })).toEqual({ used: 25, limit: 1_000_000, percent: 0 });
  const remapped = { ...files, '/proc/key-users': `${files['/proc/key-users']}100000: 9 9/9 10/200 19000/20000\n` };
  expect(factsOf(of('keys'), { files: remapped })).toEqual({ used: 19_000, limit: 20_000, percent: 95 });
  const rootless = { now: 0, rootless: { home: '/home/anna', runtime: '/run/user/1000' } };
  expect(factsOf(of('keys'), { files }, rootless)).toEqual({ used: 199, limit: 200, percent: 99 });
});

test('nothing is known without the files, or of another limit', () => {
  for (const name of ['pids', 'threads', 'keys', 'files'])
    expect(answerOf(of(name), {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(of('toString'), { files })).toEqual({ known: false, why: 'not-asked' });
  const odd = { files: { ...files, '/proc/sys/kernel/pid_max': 'many' } };
  expect(answerOf(of('pids'), odd)).toEqual({ known: false, why: 'absent' });
});
