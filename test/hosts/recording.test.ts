import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { looksRecorded, parseRecording } from '../../src/hosts/recording.ts';

const good = {
  'docker-why-recording': 1,
  made: '2024-05-01T00:00:00.000Z',
  by: '0.1.0',
  host: 'web1',
  scene: { now: 1, since: 0, rootless: { home: '/home/me', runtime: '/run/user/1000' } },
  logs: [{ name: 'journal', text: '' }],
  replies: [
    { request: { read: 'text', path: '/etc/hosts' }, reply: { known: true, exists: true, text: 'x' } },
    { request: { read: 'caller' }, reply: { known: true, uid: 0, name: 'root', groups: [0] } },
    { request: { read: 'space', path: '/' }, reply: { known: false, why: 'timeout' } },
  ],
};

const withReply = (request: unknown, reply: unknown) => ({ ...good, replies: [{ request, reply }] });
const path = '/x';

test('a good one is read', () => {
  expect(parseRecording(JSON.stringify(good), 'r.json')).toEqual(good);
  expect(looksRecorded(JSON.stringify(good))).toBe(true);
  expect(looksRecorded(`\n${JSON.stringify(good, undefined, 1)}`)).toBe(true);
  expect(looksRecorded('{"other": 1}')).toBe(false);
});

test.each([
  ['', /not a recording/],
  ['{', /not a recording/],
  ['[]', /not a recording/],
  ['null', /not a recording/],
  ['{"docker-why-recording": 2}', /newer/],
  ['{"docker-why-recording": 1}', /r\.json is damaged: it has no time/],
])('%j is none', (text, expected) => {
  expect(() => parseRecording(text, 'r.json')).toThrow(expected);
  expect(() => parseRecording(text, 'r.json')).toThrow(InputError);
});

test.each([
  { ...good, made: 'yesterday' },
  { ...good, host: 5 },
  { ...good, scene: {} },
  { ...good, scene: { now: 1, rootless: {} } },
  { ...good, logs: [{ name: 'x' }] },
  { ...good, replies: {} },
  { ...good, replies: [null] },
  withReply({ read: 'constructor' }, { known: false, why: 'denied' }),
  withReply({ read: 'text' }, { known: false, why: 'denied' }),
  withReply({ read: 'text', path: 'x'.repeat(5000) }, { known: false, why: 'denied' }),
  withReply({ read: 'text', path }, { known: false, why: 'no idea' }),
  withReply({ read: 'text', path }, { known: true, exists: true, text: 5 }),
  withReply({ read: 'text', path }, { known: true }),
  withReply({ read: 'caller' }, { known: true, exists: false }),
  withReply(
    { read: 'stat', path },
    { known: true, exists: true, type: 'file', mode: 'rwx', uid: 0, gid: 0, size: 0, changed: 0 },
  ),
  withReply({ read: 'output', argv: 'ls' }, { known: true, code: 0, stdout: '', stderr: '' }),
  withReply({ read: 'output', argv: ['ls'] }, { known: true, code: '0', stdout: '', stderr: '' }),
  withReply({ read: 'names', path }, { known: true, exists: true, names: [1] }),
  withReply({ read: 'certificate', path, key: 1 }, { known: false, why: 'denied' }),
])('damaged: %j', (value) => {
  expect(() => parseRecording(JSON.stringify(value), 'r.json')).toThrow(/r\.json is damaged/);
});
