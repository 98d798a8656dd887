import { expect, test } from 'vitest';
import type { Fix } from '../../src/core/types.ts';
import {
  costOf,
  factsWords,
  fixTitle,
  listed,
  testsWords,
  told,
  toldCommand,
  toldOpen,
} from '../../src/report/words.ts';

test('names are filled in or shown as names', () => {
  expect(told('{user} in {file}, {{.Name}}', { user: 'alice' })).toBe('alice in <file>, {{.Name}}');
  expect(toldOpen('{user} in {file}', { user: 'alice' })).toBe('alice in {file}');
  expect(told('{user}', { user: '{other}' })).toBe('{other}');
  expect(toldCommand('ls {path} {user}', { path: '/a b' })).toBe("ls '/a b' '<user>'");
});

test('lists', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'], 'or')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b or c',
  ]);
});

test('what a test asks', () => {
  expect(testsWords([{ fact: 'value', below: 1 }])).toBe('"value" is below 1');
  expect(
    testsWords([
      { fact: 'a', is: true },
      { fact: 'b', not: 'x' },
      { fact: 'c', from: 2, below: 9 },
      { fact: 'd', in: ['x', 'y'] },
    ]),
  ).toBe('"a" is yes, "b" is not x, "c" is below 9 and is at least 2 and "d" is x or y');
});

test('facts: those that were tested, else the first', () => {
  const facts = { exists: true, mode: '', size: 0, uid: 1, gid: 2 };
  expect(factsWords(facts, ['size', 'size', 'none'])).toBe('size: 0');
  expect(factsWords(facts, [])).toBe('exists: yes, mode: empty, size: 0, uid: 1');
});

const fix: Fix = { title: 'Do it', risk: 'restarts', steps: [] };

test('what a fix costs', () => {
  expect(costOf(fix)).toBe('Docker is restarted.');
  expect(costOf({ ...fix, cost: 'A restart stops containers.' })).toBe('Cost: A restart stops containers.');
  expect(costOf({ ...fix, cost: 'Images are out of sight.' })).toBe(
    'Docker is restarted. Cost: Images are out of sight.',
  );
  expect(costOf({ ...fix, risk: 'safe', cost: 'None.' })).toBe('Cost: None.');
  expect(costOf({ ...fix, risk: 'data', cost: 'Volumes go.' })).toMatch(/^Data can be lost.* Volumes go\.$/);
});

test('where a fix applies', () => {
  const title = (when: Fix['when']) => fixTitle({ ...fix, ...(when === undefined ? {} : { when }) }, {});
  expect(title(undefined)).toBe('Do it');
  expect(title({ distro: ['rhel', 'centos', 'void'], version: ['7'] })).toBe('Do it (RHEL, CentOS or void 7)');
  expect(title({ docker: { from: '20.10', below: '28' } })).toBe('Do it (Docker from 20.10, Docker before 28)');
  expect(fixTitle({ ...fix, title: 'Do it (rootless)', when: { rootless: true } }, {})).toBe('Do it (rootless)');
});
