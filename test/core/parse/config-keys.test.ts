import { expect, test } from 'vitest';
import { conflictsOf, keysOfConfig, knowsFlag, unknownKeys } from '../../../src/core/parse/config-keys.ts';

const help = { flags: new Set(['host', 'pidfile', 'label', 'log-format']), letters: new Set<string>() };

test('what is inside of an object stands for it, but for the flat ones', () => {
  const config = { debug: true, 'log-opts': { x: 1 }, proxies: { 'http-proxy': 'x' }, hosts: ['a'], tls: null };
  expect(keysOfConfig(config)).toEqual(['debug', 'log-opts', 'http-proxy', 'hosts', 'tls']);
});

test('without help: known to all, known to some, known to none', () => {
  expect(unknownKeys(['hosts', 'host', 'debug'], undefined)).toEqual({ names: [], complete: true });
  expect(unknownKeys(['log-format'], undefined)).toEqual({ names: [], complete: false });
  expect(unknownKeys(['log-fromat', 'constructor'], undefined)).toEqual({
    names: ['log-fromat', 'constructor'],
    complete: true,
  });
});

test('with help: what it lists by either name, what it hides, what it lacks', () => {
  expect(unknownKeys(['log-format', 'labels', 'label', 'hosts'], help)).toEqual({ names: [], complete: true });
  expect(unknownKeys(['bip6', 'graph', 'features'], help)).toEqual({ names: ['bip6'], complete: false });
  expect([knowsFlag(help, 'host'), knowsFlag(help, 'bip6'), knowsFlag(help, 'graph')]).toEqual([
    true,
    false,
    undefined,
  ]);
});

test('twice: by the name in the file; runtimes may be, and graph is not data-root', () => {
  expect(conflictsOf(['hosts', 'labels', 'runtimes'], ['host', 'host', 'add-runtime'])).toEqual(['hosts']);
  expect(conflictsOf(['data-root'], ['graph'])).toEqual([]);
  expect(conflictsOf(['graph', 'data-root'], ['graph', 'data-root'])).toEqual(['graph', 'data-root']);
});
