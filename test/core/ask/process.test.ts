import { expect, test } from 'vitest';
import { isDockerd, processes } from '../../../src/core/ask/process.ts';
import { converse } from '../fake-host.ts';

test.each([
  ['dockerd', ['/usr/bin/dockerd', '-H', 'fd://'], true],
  ['dockerd-current', ['/usr/bin/dockerd-current'], true],
  ['docker', ['/usr/bin/docker', 'daemon'], true],
  ['docker', ['/usr/bin/docker', '-d'], true],
  ['docker', ['docker', 'run', '-d'], false],
  ['dockerd-rootless', ['sh', 'dockerd-rootless.sh'], false],
  ['containerd', ['/usr/bin/containerd'], false],
  ['dockerd', [], true],
])('%s %j', (comm, argv, daemon) => {
  expect(isDockerd(comm, argv)).toBe(daemon);
});

test('a process that ended in between does not count', () => {
  const files = { '/proc/1/comm': 'init\n', '/proc/2/stat': '', '/proc/self/comm': 'x' };
  expect(converse(processes(), { files })).toEqual([{ pid: 1, comm: 'init' }]);
});
