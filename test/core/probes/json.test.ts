import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const path = '/etc/docker/daemon.json';
const host = (text: string, more: FakeHost = {}): FakeHost => ({ ...more, files: { [path]: text, ...more.files } });
const factsFor = (text: string, version?: string) =>
  factsOf(
    { ask: 'json', path },
    host(
      text,
      version === undefined ? {} : { programs: { 'dockerd --version': `Docker version ${version}, build 1` } },
    ),
  );

test('a whole file, and one with a comma too many', () => {
  expect(factsFor('{"debug": true}')).toEqual({
    ...{ exists: true, readable: true, empty: false, valid: true },
    type: 'object',
  });
  expect(factsFor('[{"debug": true}]')).toMatchObject({ valid: true, type: 'array' });
  expect(factsFor('null')).toMatchObject({ type: 'null' });
  const broken = factsFor('{\n  "debug": true,\n}\n');
  expect(broken).toMatchObject({ exists: true, readable: true, empty: false, valid: false });
  expect(broken['error']).toMatch(/^line 3, column 1: /);
});

test('a value by its key, with the types of what is in it', () => {
  const text = '{"log-opts": {"max-size": "10m", "max-file": 3}, "hosts": "unix://", "dns": [], "tls": null}';
  const query = { ask: 'json', path, pointer: 'log-opts' } as const;
  expect(factsOf(query, host(text))).toMatchObject({
    present: true,
    type: 'object',
    members: 'number string',
    value: '{"max-size":"10m","max-file":3}',
  });
  expect(factsOf({ ...query, pointer: 'hosts' }, host(text))).toMatchObject({ type: 'string', value: 'unix://' });
  expect(factsOf({ ...query, pointer: 'dns' }, host(text))).not.toHaveProperty('members');
  expect(factsOf({ ...query, pointer: 'tls' }, host(text))).toMatchObject({ present: true, type: 'null' });
  expect(factsOf({ ...query, pointer: 'constructor' }, host(text))).toMatchObject({ present: false });
});

test('of a broken file nothing is said about its keys', () => {
  expect(factsOf({ ask: 'json', path, pointer: 'debug' }, host('{"debug": tru'))).not.toHaveProperty('present');
});

test('an empty file is an error up to 20.10, and what follows a value since 23', () => {
  expect(factsFor('')).toEqual({ exists: true, readable: true, empty: true });
  expect(factsFor('', '20.10.24+dfsg1')).toMatchObject({ empty: true, valid: false });
  expect(factsFor(' \n', '26.1.5')).toMatchObject({ empty: true, valid: true });
  expect(factsFor('{}\n}')).not.toHaveProperty('valid');
  expect(factsFor('{}\n}', '19.03.15')).toMatchObject({ valid: true });
  expect(factsFor('{}\n}', '29.0.4')).toMatchObject({ valid: false });
});

test('a byte order mark is read since 23; bytes that are no UTF-8 tell nothing', () => {
  expect(factsFor('\uFEFF{}')).not.toHaveProperty('valid');
  expect(factsFor('\uFEFF{}', '20.10.24')).toMatchObject({ valid: false });
  expect(factsFor('\uFEFF{}', '27.5.1')).toMatchObject({ valid: true });
  expect(factsFor('{"labels": ["\uFFFD"]}', '27.5.1')).not.toHaveProperty('valid');
});

test('a file filled with zeros after a power cut is no JSON', () => {
  expect(factsFor('\0'.repeat(40))).toMatchObject({ empty: false, valid: false });
});

test('the file is the one that the daemon reads', () => {
  const unit = '[Service]\nExecStart=/usr/bin/dockerd --config-file=/srv/docker.json\n';
  const files = { '/lib/systemd/system/docker.service': unit, '/srv/docker.json': '{' };
  expect(factsOf({ ask: 'json', path }, host('{}', { files }))).toMatchObject({ valid: false });
  const scene = { now: 0, rootless: { home: '/home/anna', runtime: '/run/user/1000' } };
  expect(factsOf({ ask: 'json', path }, host('{'), scene)).toEqual({ exists: false });
});

test('another file has no dockerd that allows it to be empty', () => {
  const files = { '/etc/docker/key.json': '' };
  expect(factsOf({ ask: 'json', path: '/etc/docker/key.json' }, { files })).toMatchObject({
    empty: true,
    valid: false,
  });
});

test('a directory in its place cannot be read, and a denied file is not known', () => {
  expect(factsOf({ ask: 'json', path }, { stats: { [path]: { type: 'directory' } } })).toEqual({
    exists: true,
    readable: false,
  });
  expect(factsOf({ ask: 'json', path }, {})).toEqual({ exists: false });
  expect(answerOf({ ask: 'json', path }, { ...host('{}'), unknown: { [path]: 'denied' } })).toEqual({
    known: false,
    why: 'denied',
  });
  expect(answerOf({ ask: 'json', path: 'daemon.json' }, host('{}'))).toEqual({ known: false, why: 'not-asked' });
});

test('a file nested without end does no harm', () => {
  expect(factsFor('['.repeat(200_000))).toMatchObject({ valid: false });
});
