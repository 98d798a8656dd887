import { expect, test } from 'vitest';
import { type Layer, peelPrefix } from '../../../src/core/read/prefix.ts';

const named = { host: 'host1', program: 'dockerd', pid: 4711 };

const shapes: Readonly<Record<string, readonly [string, Partial<Layer> | undefined]>> = {
  short: ['Nov 23 08:24:56 host1 dockerd[4711]: m', { at: 'Nov 23 08:24:56', ...named }],
  'short with a day of one digit': ['Nov  3 08:24:56 host1 dockerd[4711]: m', { at: 'Nov  3 08:24:56', ...named }],
  precise: ['Nov 23 08:24:56.723456 host1 dockerd[4711]: m', { at: 'Nov 23 08:24:56.723456', ...named }],
  'without host': ['Nov 23 08:24:56 dockerd[4711]: m', { at: 'Nov 23 08:24:56', program: 'dockerd', pid: 4711 }],
  'empty host': ['Nov 23 08:24:56  dockerd[4711]: m', { at: 'Nov 23 08:24:56', program: 'dockerd', pid: 4711 }],
  'IPv6 host': ['Nov 23 08:24:56 fe80::1 dockerd[4711]: m', { ...named, host: 'fe80::1', at: 'Nov 23 08:24:56' }],
  Korean: ['11월 23 08:24:56 host1 dockerd[4711]: m', { at: '11월 23 08:24:56', ...named }],
  Japanese: ['11月 23 08:24:56 host1 dockerd[4711]: m', { at: '11月 23 08:24:56', ...named }],
  Vietnamese: ['Thg 11 23 08:24:56 host1 dockerd[4711]: m', { at: 'Thg 11 23 08:24:56', ...named }],
  Catalan: ['de nov. 23 08:24:56 host1 dockerd[4711]: m', { at: 'de nov. 23 08:24:56', ...named }],
  'Catalan, elided': ['d’oct. 23 08:24:56 host1 dockerd[4711]: m', { at: 'd’oct. 23 08:24:56', ...named }],
  Thai: ['พ.ย. 23 08:24:56 host1 dockerd[4711]: m', { at: 'พ.ย. 23 08:24:56', ...named }],
  Russian: ['ноя 23 08:24:56 host1 dockerd[4711]: m', { at: 'ноя 23 08:24:56', ...named }],
  Hindi: ['नवम्बर 23 08:24:56 host1 dockerd[4711]: m', { at: 'नवम्बर 23 08:24:56', ...named }],
  full: ['Mon 2026-11-23 08:24:56 CET host1 dockerd[4711]: m', { at: '2026-11-23 08:24:56 CET', ...named }],
  iso: ['2026-11-23T08:24:56+01:00 host1 dockerd[4711]: m', { at: '2026-11-23T08:24:56+01:00', ...named }],
  'iso as of old': ['2026-11-23T08:24:56+0100 host1 dockerd[4711]: m', { at: '2026-11-23T08:24:56+0100', ...named }],
  unix: ['1795418696.250000 host1 dockerd[4711]: m', { at: '1795418696.250000', ...named }],
  monotonic: ['[   12.345678] host1 dockerd[4711]: m', { at: '12.345678', ...named }],
  'RFC 5424': ['<30>1 2026-11-23T07:24:56Z host1 dockerd 4711 - - m', { at: '2026-11-23T07:24:56Z', ...named }],
  'RFC 5424 with data': [
    '<30>1 2026-11-23T07:24:56Z host1 dockerd 4711 ID [a@1 b="c\\]"][d@2] \ufeffm',
    { at: '2026-11-23T07:24:56Z', ...named },
  ],
  'RFC 5424 of nobody': ['1 2026-11-23T07:24:56Z host1 - - - - m', { at: '2026-11-23T07:24:56Z', host: 'host1' }],
  'program without pid': [
    'Nov 23 08:24:56 host1 kernel: m',
    { at: 'Nov 23 08:24:56', host: 'host1', program: 'kernel' },
  ],
  'exec child': [
    'Nov 23 08:24:56 host1 (dockerd)[4711]: m',
    { at: 'Nov 23 08:24:56', host: 'host1', program: '(dockerd)', pid: 4711 },
  ],
  dmesg: ['[   12.345678] m', { at: '12.345678', kernel: true }],
  'dmesg, a name with a colon': ['[   12.345678] overlayfs: m', { at: '12.345678', kernel: true }],
  CRI: ['2026-11-23T07:24:56.1Z stderr F m', { at: '2026-11-23T07:24:56.1Z' }],
  'CRI, more follows': ['2026-11-23T07:24:56.1Z stdout P m', { at: '2026-11-23T07:24:56.1Z', partial: true }],
  'Docker Desktop': ['2026-11-23T07:24:56.1Z dockerd m', { at: '2026-11-23T07:24:56.1Z', program: 'dockerd' }],
  Loki: ['2026-11-23T07:24:56Z {unit="docker.service"} m', { at: '2026-11-23T07:24:56Z' }],
  'a stamp alone': ['[2026-11-23 07:24:56,123] - m', { at: '2026-11-23 07:24:56,123' }],
  console: ['[FAILED] Failed', { console: true }],
  'console, padded': ['[  OK  ] Started', { console: true }],
  compose: ['dind-1  | m', {}],
  priority: ['<30>m', {}],
  'bare program': ['cloud-init[911]: m', { program: 'cloud-init', pid: 911 }],
  NixOS: ['machine # dockerd[4711]: m', { program: 'dockerd', pid: 4711 }],
  'behind a stamp of its own': ['[ci 12/3] job dockerd[4711]: m', { program: 'dockerd', pid: 4711 }],
  'a sentence': ['failed to start daemon: m', undefined],
  'a unit': ['docker.service: Main process exited', undefined],
  nothing: ['', undefined],
};

for (const [name, [line, layer]] of Object.entries(shapes)) {
  test(`${name}: ${line}`, () => {
    const rest = /(?:m|Failed|Started|overlayfs: m)$/.exec(line)?.[0].replace(/^.*\| /, '');
    expect(peelPrefix(line)).toEqual(layer === undefined ? undefined : { rest, ...layer });
  });
}

test('one layer at a time: they nest', () => {
  const outer = peelPrefix('dind-1 | 2026-11-23T07:24:56Z stderr F time=x');
  expect(outer).toEqual({ rest: '2026-11-23T07:24:56Z stderr F time=x' });
  expect(peelPrefix(outer?.rest ?? '')).toEqual({ rest: 'time=x', at: '2026-11-23T07:24:56Z' });
});

test('a name quoted within a message is no prefix', () => {
  expect(peelPrefix('msg="systemd[1]: docker.service failed"')).toBeUndefined();
  expect(peelPrefix('reason="see dockerd[12]: x')).toBeUndefined();
});
