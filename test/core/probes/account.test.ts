import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const host: FakeHost = {
  files: {
    '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nanna:x:1000:1000::/home/anna:/bin/sh\n',
    '/etc/group': 'docker:x:999:anna\n',
  },
};
const group = (name: string) => ({ ask: 'account', database: 'group', name }) as const;

test('by name and by number', () => {
  expect(factsOf(group('docker'), host)).toEqual({ exists: true, id: 999, name: 'docker', 'in-file': true });
  expect(factsOf({ ask: 'account', database: 'passwd', name: '1000' }, host)).toMatchObject({ name: 'anna' });
});

test('of a directory service getent tells; its not found is knowledge', () => {
  const ldap = {
    ...host,
    programs: { 'getent -- group ops': 'ops:*:7000:anna\n', 'getent -- group none': { code: 2 } },
  };
  expect(factsOf(group('ops'), ldap)).toEqual({ exists: true, id: 7000, name: 'ops', 'in-file': false });
  expect(factsOf(group('none'), ldap)).toEqual({ exists: false });
});

test('without getent the file decides only where no one else is asked', () => {
  const nss = (line: string, files = {}): FakeHost => ({
    files: { ...host.files, '/etc/nsswitch.conf': `passwd: files\n${line}\n`, ...files },
  });
  expect(factsOf(group('ops'), host)).toEqual({ exists: false });
  expect(factsOf(group('ops'), nss('group: files [SUCCESS=merge] systemd'))).toEqual({ exists: false });
  expect(answerOf(group('ops'), nss('group: files ldap'))).toMatchObject({ known: false });
  expect(factsOf(group('ops'), nss('group: sss files'))).toEqual({ exists: false });
  expect(answerOf(group('ops'), nss('group: sss files', { '/etc/sssd/sssd.conf': '' }))).toMatchObject({
    known: false,
  });
});

test('a file that may not be read is unknown, and so is a name that is none', () => {
  expect(answerOf(group('ops'), { ...host, unknown: { '/etc/group': 'denied' } })).toEqual({
    known: false,
    why: 'denied',
  });
  for (const name of ['', '-i', 'a b', 'a:b', 'a\nb', '/etc'])
    expect(answerOf(group(name), host)).toEqual({ known: false, why: 'not-asked' });
  expect(answerOf({ ask: 'account', database: 'shadow', name: 'anna' }, host)).toEqual({
    known: false,
    why: 'not-asked',
  });
});
