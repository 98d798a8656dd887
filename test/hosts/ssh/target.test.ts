import { expect, test } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { nameOf, parseTarget } from '../../../src/hosts/ssh/target.ts';

test.each([
  ['ssh://web1', { host: 'web1' }],
  ['ssh://root@web1.example.com', { host: 'web1.example.com', user: 'root' }],
  ['ssh://me@10.0.0.1:2222/', { host: '10.0.0.1', user: 'me', port: '2222' }],
  ['ssh://[::1]:22', { host: '::1', port: '22' }],
  ['ssh://[fe80::1%eth0]', { host: 'fe80::1%eth0' }],
  ['ssh://me@corp.example@web_1', { host: 'web_1', user: 'me@corp.example' }],
])('%s', (text, target) => {
  expect(parseTarget(text)).toEqual(target);
});

test.each([
  'ssh://-oProxyCommand=touch hacked',
  'ssh://-oProxyCommand=touch@host',
  'ssh://me@-oProxyCommand=x',
  'ssh://host;touch hacked',
  'ssh://$(touch hacked)',
  'ssh://`id`@host',
  'ssh://a b',
  'ssh://host\n-oX',
  'ssh://host:0',
  'ssh://host:99999',
  'ssh://host:22x',
  'ssh://host/path',
  'ssh://me:password@host',
  'ssh://',
  'ssh:host',
  `ssh://${'h'.repeat(300)}`,
])('%j is refused', (text) => {
  expect(() => parseTarget(text)).toThrow(UsageError);
});

test('a password is never said again', () => {
  const error = (() => {
    try {
      parseTarget('ssh://me:hunter2@host');
    } catch (reason) {
      return reason;
    }
  })();
  expect(String(error)).not.toContain('hunter2');
});

test('how it is called', () => {
  expect(nameOf({ host: 'web1' })).toBe('web1');
  expect(nameOf({ host: 'web1', user: 'me', port: '2222' })).toBe('web1 port 2222');
});
