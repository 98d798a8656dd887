import { expect, test } from 'vitest';
import { isController, nameInV1, nameInV2, parseProcCgroups } from '../../../src/core/parse/cgroups.ts';

test('the table of the kernel', () => {
  const text = '#subsys_name\thierarchy\tnum_cgroups\tenabled\ncpuset\t3\t1\t1\nmemory\t0\t1\t0\nbad\t1\n';
  expect([...parseProcCgroups(text)]).toEqual([
    ['cpuset', true],
    ['memory', false],
  ]);
});

test('names that differ', () => {
  expect([nameInV2('blkio'), nameInV2('memory'), nameInV2('devices')]).toEqual(['io', 'memory', undefined]);
  expect([nameInV1('io'), nameInV1('memory')]).toEqual(['blkio', 'memory']);
  expect([isController('pids'), isController('cpu,cpuacct')]).toEqual([true, false]);
});
