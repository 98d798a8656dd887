import { expect, test } from 'vitest';
import { parseAccounts, parseIdRanges } from '../../../src/core/parse/accounts.ts';

test('users have a home, groups have members, other lines are no accounts', () => {
  const text = 'root:x:0:0:root:/root:/bin/bash\ndocker:x:999:anna,bert\n+::::::\n#x:x:1:\nbad:x:one:\n';
  expect(parseAccounts(text)).toEqual([
    { name: 'root', id: 0, members: [], home: '/root', group: 0 },
    { name: 'docker', id: 999, members: ['anna', 'bert'] },
  ]);
});

test('ranges, and the lines that are none', () => {
  const { ranges, malformed, notNumbers } = parseIdRanges('# c\n\nanna:100000:65536\n1000:1:2 \nanna:100000\nx:a:b\n');
  expect(ranges).toEqual([
    { owner: 'anna', first: 100_000, count: 65_536 },
    { owner: '1000', first: 1, count: 2 },
  ]);
  expect(malformed).toEqual(['anna:100000']);
  expect(notNumbers).toEqual(['x']);
});
