import { expect, test } from 'vitest';
import type { Stat } from '../../../src/core/types.ts';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const path = '/home/anna/docker/100000.100000';
const query = { ask: 'path-access', path } as const;
const folders = (modes: Readonly<Record<string, Partial<Stat>>>): FakeHost => ({
  stats: Object.fromEntries(
    Object.entries({ '/home': {}, '/home/anna': {}, '/home/anna/docker': {}, [path]: {}, ...modes }).map(
      ([name, stat]) => [name, { type: 'directory', mode: '0755', ...stat }],
    ),
  ),
});

test('a home that is closed to others bars the way', () => {
  expect(factsOf(query, folders({ '/home/anna': { mode: '0700', uid: 1000 } }))).toEqual({
    exists: true,
    traversable: false,
    blocked: '/home/anna',
  });
  expect(factsOf(query, folders({}))).toEqual({ exists: true, traversable: true });
});

test('what dockerd gives to the remapped group is passable for it', () => {
  const mended = folders({ '/home/anna/docker': { mode: '0710', gid: 100_000 } });
  expect(factsOf(query, mended)).toMatchObject({ traversable: true });
  const other = folders({ '/home/anna/docker': { mode: '0710', gid: 5 } });
  expect(factsOf(query, other)).toMatchObject({ traversable: false, blocked: '/home/anna/docker' });
});

test('whom it is for may stand in the configuration', () => {
  const host = {
    ...folders({ '/home/anna': { mode: '0710', gid: 200_000 } }),
    files: {
      '/etc/docker/daemon.json': '{"userns-remap": "anna"}',
      '/etc/passwd': 'anna:x:1000:1000::/home/anna:/bin/sh\n',
      '/etc/group': 'anna:x:1000:\n',
      '/etc/subuid': 'anna:200000:65536\n',
      '/etc/subgid': 'anna:200000:65536\n',
    },
  };
  expect(factsOf({ ...query, path: '/home/anna/docker' }, host)).toMatchObject({ traversable: true });
});

test('without knowing for whom, a closed directory proves nothing', () => {
  const host = folders({ '/home/anna': { mode: '0710', gid: 5 } });
  expect(factsOf({ ...query, path: '/home/anna/docker' }, host)).toEqual({ exists: true });
});

test('parents that are not there dockerd makes; those not seen are unknown', () => {
  expect(factsOf({ ...query, path: '/srv/a/b/7.7' }, {})).toEqual({ exists: false, traversable: true });
  const denied = { ...folders({}), unknown: { '/home/anna/docker': 'denied' } } as const;
  expect(answerOf(query, denied)).toEqual({ known: false, why: 'denied' });
  expect(answerOf({ ...query, path: '~/docker' }, {})).toEqual({ known: false, why: 'not-asked' });
});
