import { expect, test } from 'vitest';
import { captureTypes, fill, fitsCapture, placeholders } from '../../../src/core/rules/captures.ts';
import type { CaptureType } from '../../../src/core/types.ts';

const fits: Readonly<Record<CaptureType, readonly string[]>> = {
  user: ['x', 'dockremap', 'svc-docker', 'DOMAIN\\x', 'x@example.org', 'host$', '1000', '_apt'],
  group: ['docker', 'DOMAIN\\x', '999'],
  path: ['/', '/etc/docker/daemon.json', '/mnt/my disk/x', '/a/..b/c..', '/var/lib/docker/100000.100000'],
  number: ['0', '-1', '12.5', '4294967296'],
  ip: ['10.0.0.1', '10.0.0.0/8', '::1', 'fe80::1', '::ffff:10.0.0.1', '2001:db8::/32'],
  unit: ['docker.service', 'user@1000.service', 'dev-sda1.device', 'mnt-my\\x2ddisk.mount'],
  id: ['9f3c1a', '9f3c1a2b4d5e', 'a'.repeat(64)],
  option: ['--log-driver', '-d', 'storage-opt'],
  word: ['overlay2', 'nginx:1.27', 'ghcr.io/x/y@sha256:0a', 'eth0'],
};

const misfits: Readonly<Record<CaptureType, readonly string[]>> = {
  user: ['', '-rf', 'a b', 'a;b', 'a:b', '../x', 'x'.repeat(65), '12345678901'],
  group: ['', '-g', 'a b', 'a$(b)', 'x'.repeat(65)],
  path: ['', 'etc', '../etc', '/a/../b', '/..', '/a/..', '/a;b', '/a$b', '/a`b`', '/a*', `/${'x'.repeat(1025)}`],
  number: ['', '-', '1e9', '0x10', '1.', '1'.repeat(20), '1,5'],
  ip: ['', '10.0.0', '10.0.0.1;x', 'host1', '10.0.0.1/1234', ' 10.0.0.1'],
  unit: ['', 'docker', '.service', 'a b.service', 'docker.service;x', 'docker.service.d', '../docker.service'],
  id: ['', '9f3c1', '9f3c1g', 'a'.repeat(65)],
  option: ['', '--', '---x', '--a=b', '--a b', '-$x', '1x'],
  word: ['', 'a b', 'a;b', '$x', "a'b", 'a"b', 'a&b', 'a|b', '{x}', 'x'.repeat(201)],
};

/** No type lets these through, whatever stands before them. */
const hostile = [
  '\n',
  '\r',
  '\0',
  '\x1b[31m',
  '\u202e',
  '$(reboot)',
  '`id`',
  ';reboot',
  '|sh',
  '&',
  '>x',
  '"',
  "'",
  '\u2028',
];

for (const type of Object.keys(fits) as CaptureType[]) {
  test(`${type}: what fits, and what does not`, () => {
    for (const value of fits[type]) expect(fitsCapture(type, value), value).toBe(true);
    for (const value of misfits[type]) expect(fitsCapture(type, value), value).toBe(false);
    for (const good of fits[type])
      for (const bad of hostile)
        for (const value of [good + bad, bad + good])
          expect(fitsCapture(type, value), JSON.stringify(value)).toBe(false);
  });
}

test('every type is tried here', () => expect(Object.keys(fits).toSorted()).toEqual(captureTypes.toSorted()));

for (const [text, names] of [
  ['{user} has no {file-name}', ['user', 'file-name']],
  ["docker info -f '{{.DockerRootDir}}' {x}", ['x']],
  ['{User} {1} {} { x } {a_b}', []],
  ['no names', []],
] as const) {
  test(`the names in "${text}"`, () => expect(placeholders(text)).toEqual(names));
}

for (const [text, captures, filled] of [
  ['{user} has {n}', { user: 'x', n: '5' }, 'x has 5'],
  ['{user} and {user}', { user: 'x' }, 'x and x'],
  ['{user} has {n}', { user: 'x' }, undefined],
  ['{{.Name}} of {user}', { user: 'x' }, '{{.Name}} of x'],
  ['a value is not filled again: {a}', { a: '{b}', b: 'no' }, 'a value is not filled again: {b}'],
  ['a dollar is text: {a}', { a: '$& $1' }, 'a dollar is text: $& $1'],
  ['nothing', {}, 'nothing'],
] as const satisfies readonly (readonly [string, Readonly<Record<string, string>>, string | undefined])[]) {
  test(`"${text}" filled`, () => expect(fill(text, captures)).toBe(filled));
}

// what every object inherits is filled in: src/core/rules/captures.ts, fill
test('a name that no capture has is not filled', () => expect(fill('{constructor}', {})).toBeUndefined());
