import { expect, test } from 'vitest';
import {
  parseApkInstalled,
  parseDpkgQuery,
  parseDpkgStatus,
  parsePacmanNames,
  parseRpmQuery,
} from '../../../src/core/parse/packages.ts';

test('each database in its own words', () => {
  const query = 'bash|install ok installed|5.2\ndocker.io|deinstall ok config-files|20\n|x\n';
  expect([...parseDpkgQuery(query)]).toEqual([['bash', '5.2']]);
  const status =
    'Package: bash\nStatus: install ok installed\nVersion: 5.2\n\nPackage: x\nStatus: deinstall ok config-files\nVersion: 1\n';
  expect([...parseDpkgStatus(status)]).toEqual([['bash', '5.2']]);
  expect([...parseRpmQuery('bash 5.1-9.el9\npackage x is not installed\n')]).toEqual([['bash', '5.1-9.el9']]);
  expect([...parseApkInstalled('C:Q1\nP:bash\nV:5.2-r0\n\nP:broken\n')]).toEqual([['bash', '5.2-r0']]);
  expect([...parsePacmanNames(['gcc-libs-13.2.1-3', 'ALPM_DB_VERSION'])]).toEqual([['gcc-libs', '13.2.1-3']]);
});
