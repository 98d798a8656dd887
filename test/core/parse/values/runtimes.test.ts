import { expect, test } from 'vitest';
import { wrongRuntimes } from '../../../../src/core/parse/values/runtimes.ts';

test('a default runtime that nobody registered', () => {
  const wrong = [{ option: 'default-runtime', value: 'nvidia' }];
  expect(wrongRuntimes({ 'default-runtime': 'nvidia' })).toEqual(wrong);
  expect(wrongRuntimes({ 'default-runtime': ['nvidia'], runtimes: { kata: { path: '/x' } } })).toEqual(wrong);
  expect(wrongRuntimes({ 'default-runtime': 'nvidia', runtimes: null })).toEqual(wrong);
});

test('registered in the file or by a flag, built in, a shim, or none at all', () => {
  expect(
    wrongRuntimes({ 'default-runtime': 'nvidia', runtimes: { nvidia: { path: 'nvidia-container-runtime' } } }),
  ).toEqual([]);
  expect(
    wrongRuntimes({ 'default-runtime': 'nvidia', runtimes: ['nvidia=/usr/bin/nvidia-container-runtime'] }),
  ).toEqual([]);
  for (const name of ['runc', 'io.containerd.runc.v2', '/usr/local/bin/containerd-shim-x-v1', 'com.docker.hcsshim.v1'])
    expect(wrongRuntimes({ 'default-runtime': name })).toEqual([]);
  expect(wrongRuntimes({})).toEqual([]);
});
