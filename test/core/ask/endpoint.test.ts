import { expect, test } from 'vitest';
import { socketOf } from '../../../src/core/ask/endpoint.ts';

test('only a socket is a path', () => {
  expect(socketOf('unix:///run/docker.sock')).toBe('/run/docker.sock');
  for (const host of ['tcp://10.0.0.1:2375', 'ssh://a@b', 'unix://run', 'npipe:////./pipe/x'])
    expect(socketOf(host)).toBeUndefined();
});
