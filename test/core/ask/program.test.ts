import { expect, test } from 'vitest';
import { daemonFolders, findProgram, isProgramName, systemFolders } from '../../../src/core/ask/program.ts';
import { converse } from '../fake-host.ts';

test('what may be run comes before what only lies there', () => {
  const host = {
    files: { '/usr/local/bin/runc': 'x', '/usr/bin/runc': 'x', '/usr/sbin/runc/x': '' },
    stats: { '/usr/bin/runc': { mode: '0755' } },
  };
  expect(converse(findProgram('runc', systemFolders), host)).toMatchObject({ path: '/usr/bin/runc' });
  expect(converse(findProgram('other', systemFolders), host)).toEqual({});
});

test('the folders of a plain daemon', () => {
  expect(converse(daemonFolders({ now: 0 }), {})).toEqual(systemFolders);
});

test('names', () => {
  for (const name of ['runc', '/usr/bin/containerd-shim-runc-v2', 'docker-credential-pass'])
    expect(isProgramName(name)).toBe(true);
  for (const name of ['', 'a b', 'a/b', '/a/../b', 'a\n', '$(x)']) expect(isProgramName(name)).toBe(false);
});
