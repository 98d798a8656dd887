import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const query = { ask: 'caller' } as const;
const files = {
  '/etc/passwd': 'anna:x:1000:1000::/home/anna:/bin/sh\n',
  '/etc/group': 'anna:x:1000:\ndocker:x:999:anna\nops:x:50:\n',
};
const host = (more: FakeHost = {}): FakeHost => ({
  caller: { uid: 1000, name: 'anna', groups: [1000, 999] },
  ...more,
  files: { ...files, ...more.files },
});

test('root may do everything', () => {
  expect(factsOf(query, {})).toEqual({ root: true });
});

test('a member; one whose session is older; one who is none', () => {
  expect(factsOf(query, host())).toMatchObject({ root: false, 'in-docker-group': true, 'session-has-group': true });
  const old = host({ caller: { uid: 1000, name: 'anna', groups: [1000] } });
  expect(factsOf(query, old)).toMatchObject({ 'in-docker-group': true, 'session-has-group': false });
  const other = host({ caller: { uid: 1001, name: 'bert', groups: [1001] } });
  expect(factsOf(query, other)).toMatchObject({ 'in-docker-group': false, 'session-has-group': false });
});

test('the group is the one of the socket', () => {
  const socket = host({ stats: { '/var/run/docker.sock': { type: 'socket', mode: '0660', gid: 50 } } });
  expect(factsOf(query, socket)).toMatchObject({ 'in-docker-group': false, 'session-has-group': false });
});

test('without a group docker nobody is in it', () => {
  const none = host({ files: { '/etc/group': 'anna:x:1000:\n' } });
  expect(factsOf(query, none)).toMatchObject({ 'in-docker-group': false });
});

test('a group that cannot be looked up is left out', () => {
  const facts = factsOf(query, { ...host(), unknown: { '/etc/group': 'denied' } });
  expect(facts).not.toHaveProperty('in-docker-group');
});

test('the session of the user', () => {
  const variables = { XDG_RUNTIME_DIR: '/run/user/1000' };
  const stats = { '/run/user/1000/bus': { type: 'socket' }, '/run/systemd/system': { type: 'directory' } } as const;
  const login = host({ variables, stats, files: { '/var/lib/systemd/linger/anna': '' } });
  expect(factsOf(query, login)).toMatchObject({ 'user-bus': true, 'runtime-dir': '/run/user/1000', linger: true });
  expect(factsOf(query, host({ variables, stats: { '/run/systemd/system': { type: 'directory' } } }))).toMatchObject({
    'user-bus': false,
    linger: false,
  });
  // su: the bus of a lingering user is there, and nothing tells where
  expect(factsOf(query, host({ stats }))).toMatchObject({ 'user-bus': false });
  const abstract = host({ variables: { DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/x' } });
  expect(factsOf(query, abstract)).not.toHaveProperty('user-bus');
});

test('nobody asks from a disk', () => {
  expect(answerOf(query, { unknown: { caller: 'not-asked' } })).toEqual({ known: false, why: 'not-asked' });
});
