import { expect, test } from 'vitest';
import { parseOsRelease } from '../../../src/core/parse/os-release.ts';

test('the id comes before what it is like', () => {
  expect(
    parseOsRelease('ID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.3"\nPRETTY_NAME="Rocky Linux 9.3"\n'),
  ).toEqual({
    names: ['rocky', 'rhel', 'centos', 'fedora'],
    version: '9.3',
    pretty: 'Rocky Linux 9.3',
  });
  expect(parseOsRelease('')).toEqual({ names: [] });
});
