import { expect, test } from 'vitest';
import { isLoadedLine, statusLine, unitOfHeader } from '../../../src/core/read/status-frame.ts';
import { readText } from '../read-text.ts';

const status = `● docker.service - Docker Application Container Engine
     Loaded: loaded (/usr/lib/systemd/system/docker.service; enabled; preset: enabled)
     Active: failed (Result: exit-code) since Mon 2026-11-23 08:24:56 CET; 2min ago
TriggeredBy: × docker.socket
       Docs: https://docs.docker.com
    Process: 4711 ExecStart=/usr/bin/dockerd (code=exited, status=1/FAILURE)
   Main PID: 4711 (code=exited, status=1/FAILURE)
     CGroup: /system.slice/docker.service
             └─4711 /usr/bin/dockerd

Nov 23 08:24:56 host1 dockerd[4711]: no space
`;

// peeled only where a pid stands behind the name: src/core/read/line-frames.ts, inStatus
test('what the head tells is said by systemd about the unit', () => {
  const told = readText(status).map(({ line, speaker, unit, text }) =>
    [line, speaker, unit, text.slice(0, 14)].join(' '),
  );
  expect(told).toEqual([
    '2 systemd docker.service Loaded: loaded',
    '3 systemd docker.service Active: failed',
    '6 systemd docker.service Process: 4711 ',
    '7 systemd docker.service Main PID: 4711',
    '11 daemon  no space',
  ]);
});

test('what the head tells is kept with its unit, what it merely shows is left out', () => {
  expect(readText(status).map(({ line, unit }) => [line, unit])).toEqual([
    [2, 'docker.service'],
    [3, 'docker.service'],
    [6, 'docker.service'],
    [7, 'docker.service'],
    [11, undefined],
  ]);
});

test('a line with the words of a status view is text where there is no head', () => {
  expect(readText('  Active: failed\n').map(({ speaker, unit }) => [speaker, unit])).toEqual([['unknown', undefined]]);
});

test('a head without Loaded opens nothing', () => {
  const entries = readText('docker.service\nsomething else\n  Active: failed\n');
  expect(entries.map(({ text, speaker }) => `${speaker} ${text}`)).toEqual([
    'unknown something else',
    'unknown Active: failed',
  ]);
});

test('a second head ends the first', () => {
  const text = '● docker.service - D\n   Loaded: a\n● docker.socket - S\n   Loaded: b\n   Active: c\n';
  expect(readText(text).map((entry) => entry.unit)).toEqual(['docker.service', 'docker.socket', 'docker.socket']);
});

test('a second head ends the first, also where its Loaded is missing', () => {
  const text = '● docker.service - D\n   Loaded: a\n● docker.socket - S\n   Active: c\n';
  expect(readText(text).map((entry) => entry.unit)).toEqual(['docker.service', undefined]);
});

for (const [text, unit] of [
  ['● docker.service - Docker', 'docker.service'],
  ['× docker.service - Docker', 'docker.service'],
  ['* docker.socket', 'docker.socket'],
  ['docker.service - Docker', 'docker.service'],
  ['  ● user@1000.service - User', 'user@1000.service'],
  ['docker.service: failed', undefined],
  ['● docker.timer - no', undefined],
] as const) {
  test(`"${text}" is the head of ${unit}`, () => expect(unitOfHeader(text)).toBe(unit));
}

for (const [text, kind] of [
  ['   Loaded: masked', 'told'],
  [' Main PID: 1', 'told'],
  ['  Condition: start condition failed', 'told'],
  ['   Memory: 1M', 'silent'],
  ['  ├─1 dockerd', 'silent'],
  ['          https://docs.docker.com', 'silent'],
  ['Nov 23 08:24:56 host1 dockerd[1]: Loaded: x', undefined],
] as const) {
  test(`"${text}" is ${kind}`, () => expect(statusLine(text)).toBe(kind));
}

test('only Loaded proves a head', () => {
  expect([isLoadedLine('   Loaded: x'), isLoadedLine('   Active: x')]).toEqual([true, false]);
});
