import { expect, test } from 'vitest';
import { beginOf, type Journalctl, type Printed, readJournal } from '../../src/collect/journal.ts';

const start = Date.parse('2026-11-24T10:00:00Z') * 1000;

/** One record of `journalctl -o export`, `second` seconds after the start. */
const record = (second: number, fields: Readonly<Record<string, string>>): string =>
  [
    `__REALTIME_TIMESTAMP=${start + second * 1_000_000}`,
    ...Object.entries(fields).map(([key, value]) => `${key}=${value}`),
    '',
    '',
  ].join('\n');

const id = (letter: string): string => letter.repeat(32);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const printed = (text: string, stderr = ''): Printed => ({ code: 0, bytes: bytes(text), stderr });

const attempts = ['a', 'b', 'c', 'd', 'e', 'f']
  .map(
    (letter, index) =>
      record(index * 10, { MESSAGE: 'Starting Docker...', INVOCATION_ID: id(letter), UNIT: 'docker.service' }) +
      record(index * 10 + 1, {
        MESSAGE: 'failed',
        _SYSTEMD_INVOCATION_ID: id(letter),
        _SYSTEMD_UNIT: 'docker.service',
      }),
  )
  .join('');

test('the newest four attempts begin where the fourth from the end does', () => {
  expect(beginOf(bytes(attempts))).toBe(Date.parse('2026-11-24T10:00:20Z'));
});

test('without ids, as systemd 219 has it, an attempt begins with Starting', () => {
  const old = [0, 10, 20].map((at) => record(at, { MESSAGE: 'Starting Docker...' }) + record(at + 1, { MESSAGE: 'x' }));
  expect(beginOf(bytes(old.join('')))).toBe(Date.parse('2026-11-24T10:00:00Z'));
  expect(beginOf(bytes(record(0, { MESSAGE: 'x' })))).toBeUndefined();
});

const options = { unit: 'docker.service', user: false };

const recorder = (answers: readonly (Printed | undefined)[]) => {
  const calls: (readonly string[])[] = [];
  const journalctl: Journalctl = async (args) => {
    calls.push(args);
    return answers[calls.length - 1];
  };
  return { calls, journalctl };
};

test('a short journal is read once; the units it needs and the kernel beside it, from shortly before', async () => {
  const { calls, journalctl } = recorder([printed(attempts), printed(record(0, { MESSAGE: 'oom' }))]);
  const journal = await readJournal(journalctl, options);
  expect(journal).toMatchObject({ found: true, partial: false });
  expect(calls).toHaveLength(2);
  expect(calls[0]).toEqual(expect.arrayContaining(['-b', '0', '_SYSTEMD_UNIT=docker.service', 'UNIT=docker.service']));
  const since = Date.parse('2026-11-24T10:00:05Z') / 1000;
  expect(calls[1]).toEqual(
    expect.arrayContaining([`--since=@${since}`, '_TRANSPORT=kernel', 'UNIT=containerd.service']),
  );
});

test('a long one is read from where its newest attempts begin', async () => {
  const long = Array.from({ length: 320 }, (_, at) => record(at, { MESSAGE: 'x', INVOCATION_ID: id('a') })).join('');
  const { calls, journalctl } = recorder([printed(long), printed('x'), printed('')]);
  await readJournal(journalctl, options);
  expect(calls).toHaveLength(3);
  expect(calls[1]).toContain(`--since=@${Date.parse('2026-11-24T10:00:00Z') / 1000}`);
});

test('--since and --boot are handed on, a rootless daemon has a journal of its own', async () => {
  const { calls, journalctl } = recorder([printed(attempts), printed(''), printed('')]);
  await readJournal(journalctl, { unit: 'docker.service', user: true, since: 'yesterday', boot: '-1' });
  expect(calls[0]).toEqual(expect.arrayContaining(['--user', '-b', '-1', '_SYSTEMD_USER_UNIT=docker.service']));
  expect(calls[1]).toEqual(expect.arrayContaining(['--user', '--since=yesterday']));
});

for (const [why, answer] of [
  ['no-journalctl', undefined],
  ['no-rights', printed('', 'Hint: You are currently not seeing messages from other users and the system.')],
  ['no-rights', printed('', 'No journal files were opened due to insufficient permissions.')],
  ['no-journal', printed('', 'No journal files were found.')],
  ['no-entries', printed('')],
] as const) {
  test(`nothing to read: ${why}`, async () => {
    const { journalctl } = recorder([answer, answer, answer]);
    expect(await readJournal(journalctl, options)).toEqual({ found: false, why });
  });
}
