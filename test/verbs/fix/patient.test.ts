import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Host } from '../../../src/hosts/index.ts';
import { startChild } from '../../../src/hosts/shell/child.ts';
import { readOptions } from '../../../src/options.ts';
import { checkHost, openPatient } from '../../../src/verbs/fix/patient.ts';

const out = { write: () => true };
const worldWith = (env: Readonly<Record<string, string>>) => ({
  stdin: (async function* () {})(),
  stdout: out,
  stderr: out,
  env,
  now: 0,
});

/** Another host, as `uid`, with nothing but a shell. */
const farHost = (uid: number): Host => {
  const bin = mkdtempSync(join(tmpdir(), 'docker-why-patient-'));
  for (const name of ['sh', 'id']) symlinkSync(`/usr/bin/${name}`, join(bin, name));
  return {
    name: 'web1',
    kind: 'ssh',
    address: 'ssh://admin@web1',
    reply: async () => ({ known: true, uid, name: uid === 0 ? 'root' : 'admin', groups: [] }),
    session: () => startChild('sh', ['-c', `PATH=${bin}; export PATH; exec sh`]),
    isGone: () => false,
    close: async () => {},
  };
};

test('a host that is only remembered or mounted is not mended', () => {
  for (const args of [
    ['--host', 'case.json'],
    ['--root', '/mnt'],
  ])
    expect(() => checkHost(readOptions(['fix', ...args]), 'fix')).toThrow('fix works on a running host only');
  for (const args of [[], ['--host', 'local'], ['--host', 'ssh://web1']]) checkHost(readOptions(args), 'fix');
});

test('this host needs no words, and is reached as it is', async () => {
  const state = mkdtempSync(join(tmpdir(), 'docker-why-patient-'));
  const said: string[] = [];
  const bedside = { say: (text: string) => said.push(text) };
  const patient = await openPatient(readOptions(['fix']), worldWith({ DOCKER_WHY_STATE: state }), bedside);
  expect([patient.way, await patient.words('own'), await patient.rights(true)]).toEqual(['', undefined, 'own']);
  expect(await patient.hands()?.list()).toEqual([]);
});

test('on another host it is said where and as who; without sudo there are no hands, and nothing is asked', async () => {
  const said: string[] = [];
  const bedside = {
    say: (text: string) => said.push(text),
    password: async () => {
      throw new Error('nobody is asked');
    },
  };
  const patient = await openPatient(readOptions(['fix']), worldWith({}), bedside, farHost(1000));
  expect(patient.way).toBe(' --host ssh://admin@web1');
  expect([await patient.rights(false), await patient.rights(true)]).toEqual(['sudo', 'own']);
  expect(await patient.words('sudo')).toBe('On web1, with sudo: there you are admin.');
  expect(await patient.reach('sudo')).toBeUndefined();
  expect(said.join('')).toMatch(/^sudo does not let admin on web1: .*not found\n$/);
  const root = await openPatient(readOptions(['fix']), worldWith({}), bedside, farHost(0));
  expect(await root.rights(false)).toBe('own');
});
