import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const path = '/etc/docker/daemon.json';
const unit = (flags: string) => ({
  '/lib/systemd/system/docker.service': `[Service]\nExecStart=/usr/bin/dockerd ${flags}\n`,
});
const host = (config: string, flags = '-H fd://'): FakeHost => ({ files: { [path]: config, ...unit(flags) } });
const options = { ask: 'daemon-values', of: 'options' } as const;

test('the first value that is wrong, of file and flags', () => {
  expect(factsOf(options, host('{"bip": "172.18.0.1", "log-level": "loud"}'))).toEqual({
    wrong: 2,
    option: 'bip',
    value: '172.18.0.1',
  });
  expect(factsOf(options, host('{}', '--bip 172.18.0.1'))).toMatchObject({ wrong: 1, option: 'bip' });
  expect(factsOf(options, { files: unit('-H fd://') })).toEqual({ wrong: 0 });
});

test('each kind of value is asked for by itself', () => {
  const config = '{"registry-mirrors": ["m.example.com"], "default-runtime": "fast", "storage-driver": "overlay3"}';
  const of = (kind: string) => factsOf({ ask: 'daemon-values', of: kind }, host(config));
  expect(of('options')).toEqual({ wrong: 0 });
  expect(of('registries')).toMatchObject({ wrong: 1, value: 'm.example.com' });
  expect(of('runtime')).toMatchObject({ wrong: 1, value: 'fast' });
  expect(of('storage-driver')).toMatchObject({ wrong: 1, value: 'overlay3' });
  expect(answerOf({ ask: 'daemon-values', of: 'toString' }, host(config))).toEqual({ known: false, why: 'not-asked' });
});

test('words that are no flag', () => {
  const of = (flags: string) => factsOf({ ask: 'daemon-values', of: 'arguments' }, host('{}', flags));
  expect(of('-H fd:// daemon')).toEqual({ wrong: 1, option: 'argument', value: 'daemon' });
  expect(of('-D --icc=false -H fd:// --mtu 1400 --label a=b')).toEqual({ wrong: 0 });
  // it may be the value of a flag that is not known here
  expect(of('--brand-new value')).toEqual({ wrong: 0 });
});

test('does the value that a log named still stand there?', () => {
  const logged = (value: string, on: FakeHost) => factsOf({ ...options, logged: value }, on)['present'];
  expect(logged('172.18.0.300/24', host('{"bip": "172.18.0.300/24"}'))).toBe(true);
  expect(logged('172.18.0.300/24', host('{"bip": "172.18.0.30/24"}'))).toBe(false);
  expect(logged('big', host('{}', '--mtu=big'))).toBe(true);
  expect(logged('x', { files: unit('-H fd://') })).toBe(false);
  // a variable whose file may not be read, a file that is no JSON, no unit: it cannot be told
  const variable = host('{}', '$OPTS\nEnvironmentFile=/etc/default/docker');
  expect(logged('x', { ...variable, unknown: { '/etc/default/docker': 'denied' } })).toBeUndefined();
  expect(logged('x', host('{"a":', '-H fd://'))).toBeUndefined();
  expect(logged('x', { files: { [path]: '{}' } })).toBeUndefined();
});

test('a host that may not be read', () => {
  expect(answerOf(options, { unknown: { [path]: 'denied' } })).toEqual({ known: false, why: 'denied' });
});
