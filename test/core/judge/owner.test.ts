import { expect, test } from 'vitest';
import { isOwn } from '../../../src/core/judge/owner.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const me = { machine: 'm1', boot: 'b1', host: 'web1' };
const hour = 3_600_000;

for (const [title, owner, own] of [
  ['the boot of now', { boot: 'b1', machine: 'm1' }, true],
  ['this machine, an earlier boot', { boot: 'b0', machine: 'm1', last: now - 1000 * hour }, true],
  ['another machine with the same name', { machine: 'm2', host: 'web1', last: now }, false],
  ['the same name, an hour ago', { host: 'web1', last: now - hour }, true],
  ['the full name', { host: 'WEB1.example.org', last: now - hour }, true],
  ['the same name, a month ago', { host: 'web1', last: now - 720 * hour }, false],
  ['the same name without a time', { host: 'web1' }, false],
  ['another name', { host: 'web2', last: now }, false],
  ['nothing', {}, false],
] as const) {
  test(`a log that bears ${title}`, () => expect(isOwn(owner, me, now)).toBe(own));
}

test('a name that every second machine has proves nothing', () => {
  for (const host of ['localhost', 'ubuntu', 'localhost.localdomain', 'debian', 'docker-desktop'])
    expect(isOwn({ host, last: now }, { host }, now)).toBe(false);
});
