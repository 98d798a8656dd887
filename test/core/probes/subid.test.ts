import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const query = { ask: 'subid', file: '/etc/subuid', name: 'anna' } as const;
const host = (text: string, files = {}): FakeHost => ({
  files: { '/etc/passwd': 'anna:x:1000:1000::/home/anna:/bin/sh\n', '/etc/subuid': text, ...files },
});

test('ranges by name or by number', () => {
  expect(factsOf(query, host('# old\nbert:1:2\nanna:100000:65536\nanna:200000:10\n'))).toEqual({
    exists: true,
    readable: true,
    ranges: 2,
    ids: 65_546,
    largest: 65_536,
    malformed: 0,
    overlaps: false,
  });
  expect(factsOf({ ...query, name: '1000' }, host('anna:100000:65536\n'))).toMatchObject({ ranges: 1 });
  expect(factsOf(query, host('1000:100000:65536\n'))).toMatchObject({ ranges: 1, ids: 65_536 });
});

test('none, and two that overlap', () => {
  expect(factsOf(query, host('bert:100000:65536\n'))).toMatchObject({ exists: true, ranges: 0, ids: 0, largest: 0 });
  expect(factsOf(query, host('anna:100000:65536\nanna:165535:1\n'))).toMatchObject({ overlaps: true });
});

test('lines that stop dockerd: not of three fields, and words of its own account', () => {
  expect(factsOf(query, host('bert:1\nanna:x:65536\ncarl:x:1\n'))).toMatchObject({ malformed: 2 });
  const remapped = host('dockremap:x:65536\n', { '/etc/docker/daemon.json': '{"userns-remap": "default"}' });
  expect(factsOf(query, remapped)).toMatchObject({ malformed: 1 });
});

test('what cannot be known', () => {
  expect(factsOf(query, { files: {} })).toEqual({ exists: false });
  expect(answerOf(query, { ...host(''), unknown: { '/etc/subuid': 'denied' } })).toEqual({
    known: false,
    why: 'denied',
  });
  expect(answerOf({ ...query, file: 'subuid' }, host(''))).toEqual({ known: false, why: 'not-asked' });
  // the account's number may stand there
  const noPasswd = { ...host('1000:100000:65536\n'), unknown: { '/etc/passwd': 'denied' } } as const;
  expect(factsOf(query, noPasswd)).not.toHaveProperty('ranges');
  const sss = host('', { '/etc/nsswitch.conf': 'passwd: files\nsubid: sss\n' });
  expect(factsOf(query, sss)).not.toHaveProperty('ranges');
});
