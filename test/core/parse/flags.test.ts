import { expect, test } from 'vitest';
import { parseFlags } from '../../../src/core/parse/flags.ts';

const flags = (line: string): Record<string, readonly string[]> => Object.fromEntries(parseFlags(line.split(' ')));

test('flags are named as in daemon.json, short ones too', () => {
  expect(flags('-H fd:// --host=tcp://0.0.0.0:2375 -s overlay2 -g /data')).toEqual({
    hosts: ['fd://', 'tcp://0.0.0.0:2375'],
    'storage-driver': ['overlay2'],
    'data-root': ['/data'],
  });
});

test('a switch takes no value, unless it is given with =', () => {
  expect(flags('-D --tlsverify --iptables=false --userns-remap default')).toEqual({
    debug: ['true'],
    tlsverify: ['true'],
    iptables: ['false'],
    'userns-remap': ['default'],
  });
});

test('a value may stand right behind a short flag, and a last flag without value is empty', () => {
  expect(flags('-Hunix:///run/docker.sock --bip')).toEqual({ hosts: ['unix:///run/docker.sock'], bip: [''] });
});
