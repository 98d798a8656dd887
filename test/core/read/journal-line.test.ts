import { expect, test } from 'vitest';
import { createReader } from '../../../src/core/read/index.ts';
import { journalLineOf } from '../../../src/core/read/journal-line.ts';
import type { Entry } from '../../../src/core/types.ts';

const read = (text: string): readonly Entry[] => {
  const entries: Entry[] = [];
  const reader = createReader('x', (entry) => entries.push(entry));
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return entries;
};

const record = (fields: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    __REALTIME_TIMESTAMP: '1795514400123000',
    _HOSTNAME: 'web1',
    _BOOT_ID: 'b1',
    _MACHINE_ID: 'm1',
    ...fields,
  });

for (const [title, fields] of [
  [
    'the daemon',
    {
      SYSLOG_IDENTIFIER: 'dockerd',
      _PID: '7',
      _SYSTEMD_UNIT: 'docker.service',
      MESSAGE: 'time="2026-11-24T10:00:00Z" level=error msg="it \\"broke\\""',
    },
  ],
  [
    'systemd',
    {
      SYSLOG_IDENTIFIER: 'systemd',
      _PID: '1',
      UNIT: 'docker.service',
      INVOCATION_ID: 'a'.repeat(32),
      MESSAGE: 'docker.service: Failed with result exit-code',
    },
  ],
  ['a container', { SYSLOG_IDENTIFIER: 'abc', CONTAINER_NAME: 'web', MESSAGE: 'no space left on device' }],
  [
    'the kernel',
    { SYSLOG_IDENTIFIER: 'kernel', _TRANSPORT: 'kernel', MESSAGE: 'Out of memory: Killed process 7 (dockerd)' },
  ],
] as const) {
  test(`a line of ${title} reads the same again`, () => {
    const [entry] = read(record(fields));
    expect(entry).toBeDefined();
    const [again] = read(journalLineOf(entry as Entry));
    const { level: _, innerAt: __, ...plain } = entry as Entry;
    expect(again).toMatchObject({ ...plain, at: expect.stringMatching(/^2026-11-24T10:00:00\.123/) });
  });
}
