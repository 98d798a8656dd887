import { expect, test } from 'vitest';
import { within } from '../../src/core/within.ts';

const lead = (path: string, links: Readonly<Record<string, string>>, follow = true): string | undefined => {
  const walk = within(path, follow);
  let step = walk.next();
  while (step.done !== true) step = walk.next(links[step.value]);
  return step.value;
};

test.each([
  ['/etc/passwd', {}, '/etc/passwd'],
  ['/', {}, '/'],
  ['/etc//./docker/', {}, '/etc/docker'],
  ['/etc/../../../etc/shadow', {}, '/etc/shadow'],
  ['/var/run/docker.sock', { '/var/run': '/run' }, '/run/docker.sock'],
  ['/var/run/docker.sock', { '/var/run': '../run' }, '/run/docker.sock'],
  ['/a/b', { '/a': '../../../../x', '/x/b': '/y/../z' }, '/z'],
  ['/lib/systemd', { '/lib': 'usr/lib' }, '/usr/lib/systemd'],
  ['/a', { '/a': 'b/', '/b': 'c' }, '/c'],
] as const)('%s with %j leads to %s', (path, links, expected) => {
  expect(lead(path, links)).toBe(expected);
});

test('the link itself is left alone when it is meant', () => {
  const links = { '/etc/localtime': '/usr/share/zoneinfo/UTC', '/a': '/b' };
  expect(lead('/etc/localtime', links, false)).toBe('/etc/localtime');
  expect(lead('/a/localtime/', links, false)).toBe('/b/localtime');
});

test('a circle leads nowhere', () => {
  expect(lead('/a', { '/a': 'b', '/b': 'a' })).toBeUndefined();
  expect(lead('/a/x', { '/a': 'a/a' })).toBeUndefined();
});
