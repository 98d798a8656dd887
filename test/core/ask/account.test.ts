import { expect, test } from 'vitest';
import { accountOf } from '../../../src/core/ask/account.ts';
import { converse, type FakeHost } from '../fake-host.ts';

const find = (key: string, host: FakeHost) => converse(accountOf('passwd', key), host);
const files = { '/etc/passwd': 'anna:x:1000:1000::/home/anna:/bin/sh\n' };

test('by name and by number', () => {
  expect(find('anna', { files })).toMatchObject({ inFile: true, account: { id: 1000 } });
  expect(find('1000', { files })).toMatchObject({ inFile: true, account: { name: 'anna' } });
});

test('an account of a directory service is found by getent only', () => {
  const programs = { 'getent -- passwd ldap': 'ldap:x:5000:5000::/home/ldap:/bin/sh\n' };
  expect(find('ldap', { files, programs })).toMatchObject({ inFile: false, account: { id: 5000 } });
});

test('getent says 2 for no such account; without getent the file is all there is', () => {
  const programs = { 'getent -- passwd bert': { code: 2 } };
  expect(find('bert', { files, programs })).toEqual({ inFile: false });
  expect(find('bert', { files })).toEqual({ inFile: false });
  expect(find('bert', { unknown: { '/etc/passwd': 'denied' } })).toEqual({ known: false, why: 'denied' });
});
