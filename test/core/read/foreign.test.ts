import { expect, test } from 'vitest';
import { isForeign } from '../../../src/core/read/foreign.ts';

const stamp = 'Nov 23 08:24:56 host1 ';
const look = (line: string): boolean => {
  const bytes = new TextEncoder().encode(`${stamp}${line}`);
  return isForeign(bytes, stamp.length, bytes.length);
};

test.each([
  'java[812]: connection refused',
  'nginx: 192.0.2.1 - - "GET /api?a=1&b=2 HTTP/1.1" 200 "https://shop.example.com/"',
  'postfix/smtp[7]: connect to mx.example.com[192.0.2.1]:25: Connection timed out',
  '0a1b2c3d4e5f[4711]: permission denied',
])('of nobody who knows Docker: %s', (line) => {
  expect(look(line)).toBe(true);
});

test.each([
  'dockerd[1]: connection refused',
  'kernel: docker0: x',
  'systemd[1]: x',
  'cloud-init[9]: permission denied',
  '(dockerd)[9]: permission denied',
  'my app[9]: connection refused',
  'java[812] connection refused',
  'java[]: connection refused',
  'java[812]:',
])('somebody`s, or nobody knows whose: %s', (line) => {
  expect(look(line)).toBe(false);
});

test.each([
  'docker: Error response from daemon: x',
  'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.',
  'failed to start daemon: x',
  '{"program": "dockerd", "message": "x"}',
  'error  response',
  'a\u00a0b',
  'a #012b',
  'a \\n b',
  'a^[[31m',
])('what it says matters, or may be another text than it seems: %s', (message) => {
  expect(look(`java[812]: ${message}`)).toBe(false);
});
