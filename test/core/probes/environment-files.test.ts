import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const ask = { ask: 'environment-files', name: 'docker.service' };
const unit = (lines: string) => ({ '/lib/systemd/system/docker.service': `[Service]\n${lines}\n` });
const both = 'EnvironmentFile=/etc/a\nEnvironmentFile=-/etc/b\nEnvironmentFile=/etc/c*.conf';

test('only files without a dash must be there', () => {
  expect(factsOf(ask, { files: { ...unit(both), '/etc/a': '' } })).toEqual({ count: 1, missing: 0 });
  expect(factsOf(ask, { files: unit(both) })).toEqual({ count: 1, missing: 1, first: '/etc/a' });
});

test('as systemd says it', () => {
  const shown =
    'LoadState=loaded\nEnvironmentFiles=/etc/a (ignore_errors=no)\nEnvironmentFiles=/etc/b (ignore_errors=yes)\n';
  expect(factsOf(ask, { programs: { 'systemctl show --no-pager -- docker.service': shown } })).toEqual({
    count: 1,
    missing: 1,
    first: '/etc/a',
  });
});

test('a file that may not be seen is not missing', () => {
  const host = { files: unit(both), unknown: { '/etc/a': 'denied' } } as const;
  expect(factsOf(ask, host)).toEqual({ count: 1 });
  expect(answerOf(ask, {})).toEqual({ known: false, why: 'absent' });
});
