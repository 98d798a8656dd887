import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const of = (name: string) => ({ ask: 'kernel-parameter', name });
const host = (line: string) => ({ files: { '/proc/cmdline': `${line}\n` } });

test('with a value, without one, twice, not at all', () => {
  const line = 'root=/dev/sda1 quiet ipv6.disable=0 ipv6.disable=1 dyndbg="file a.c +p" cgroup-disable=memory';
  expect(factsOf(of('ipv6.disable'), host(line))).toEqual({ present: true, value: '1' });
  expect(factsOf(of('quiet'), host(line))).toEqual({ present: true });
  expect(factsOf(of('dyndbg'), host(line))).toEqual({ present: true, value: 'file a.c +p' });
  expect(factsOf(of('cgroup_disable'), host(line))).toEqual({ present: true, value: 'memory' });
  expect(factsOf(of('ipv6'), host(line))).toEqual({ present: false });
});

test('without a command line nothing is known', () => {
  expect(answerOf(of('quiet'), {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(of('quiet'), { unknown: { '/proc/cmdline': 'denied' } })).toEqual({ known: false, why: 'denied' });
});
