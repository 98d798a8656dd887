import { expect, test } from 'vitest';
import { accuse, diagnose, openCase, openRulebook } from '../../src/core/diagnose.ts';
import { allRules, now } from '../diagnose-text.ts';

const rulebook = openRulebook(allRules);

const answer = (chunks: Iterable<string>): string | undefined => {
  const open = openCase('big', rulebook);
  for (const chunk of chunks) open.reader.push(new TextEncoder().encode(chunk));
  open.reader.end();
  return diagnose(open, accuse(open, now)).findings[0]?.cause;
};

const message =
  'failed to load listeners: no sockets found via socket activation: make sure the service was started by systemd';

function* oneLine(megabytes: number): Iterable<string> {
  yield 'Nov 23 08:24:56 host1 dockerd[4711]: ';
  for (let index = 0; index < megabytes * 16; index += 1) yield 'docker x '.repeat(7000);
  yield `${message}\n`;
}

test('a message at the end of a line of 30 MB is found', () => {
  expect(answer(oneLine(30))).toBe('systemd/socket-activation');
});

function* oneJsonDocument(records: number): Iterable<string> {
  yield '{"events":[';
  for (let index = 0; index < records; index += 1)
    yield `{"timestamp":${1795418696723 + index},"message":"Nov 23 08:24:56 host1 sshd[1]: hello"},`;
  yield `{"timestamp":1795418699999,"message":"Nov 23 08:24:57 host1 dockerd[4711]: ${message}"}]}`;
}

test('a record at the end of one JSON document of 20 MB on one line is found', () => {
  expect(answer(oneJsonDocument(250_000))).toBe('systemd/socket-activation');
});

function* days(lines: number): Iterable<string> {
  const noise = Array.from(
    { length: 200 },
    (_, index) => `Nov 23 08:24:5${index % 10} host1 sshd[${index}]: Accepted publickey for alice\n`,
  ).join('');
  const loop = `Nov 23 08:24:56 host1 systemd[1]: Starting docker.service - Docker Application Container Engine...\nNov 23 08:24:56 host1 dockerd[4711]: ${message}\nNov 23 08:24:56 host1 systemd[1]: docker.service: Main process exited, code=exited, status=1/FAILURE\nNov 23 08:24:56 host1 systemd[1]: docker.service: Failed with result 'exit-code'.\n`;
  for (let index = 0; index < lines; index += 204) yield noise + loop;
}

const heapAfter = (lines: number): number => {
  answer(days(lines));
  return process.memoryUsage().heapUsed;
};

test('memory does not grow with the input', () => {
  heapAfter(100_000);
  const small = Math.max(heapAfter(200_000), 40_000_000);
  expect(heapAfter(2_000_000)).toBeLessThan(3 * small);
});
