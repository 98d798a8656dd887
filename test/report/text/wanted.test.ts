import { expect, test } from 'vitest';
import { wantedOf } from '../../../src/report/text/wanted.ts';
import { confirmed, healthy, likely, possible } from '../diagnoses.ts';

const runs = (one: Parameters<typeof wantedOf>[0]): readonly string[] => wantedOf(one).map(({ run }) => run);

test('each command once', () => {
  expect(runs({ ...likely, wanted: [...(likely.findings[0]?.wanted ?? []), { run: 'id', why: 'x' }] })).toEqual([
    'grep -n . /etc/subuid /etc/subgid',
    'id',
  ]);
});

test('not what stands beside its suspect', () => {
  expect(runs(possible)).toEqual(['sudo journalctl -k -b --no-pager -n 100']);
});

test('a proven cause and a healthy host need no more proof', () => {
  expect([...runs(confirmed), ...runs(healthy)]).toEqual([]);
});
