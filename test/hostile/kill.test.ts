import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { openHands } from '../../src/hosts/hands/index.ts';
import { edit, planOf, treeOf } from '../hosts/hands/lab.ts';

const kills = Number(process.env['DOCKER_WHY_KILLS'] ?? 60);
// in memory where that can be: what is tested is the order of things, and disks are slow
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'docker-why-kill-'));
const victim = join(folder, 'victim.mjs');
const how = { made: '2026-11-24T12:00:00.000Z', by: '0' };

const buildVictim = () =>
  build({
    entryPoints: ['test/hostile/kill-victim.ts'],
    outfile: victim,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  });

/** Runs until it is killed, so many milliseconds after it began; tells how long it ran where it came to its end. */
const runVictim = (args: readonly string[], after: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [victim, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let began = 0;
    child.stdout.once('data', () => {
      began = performance.now();
      void sleep(after, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0 ? performance.now() - began : undefined));
  });

const newHost = (name: string) => {
  const host = join(folder, name, 'host');
  const state = join(folder, name, 'state');
  mkdirSync(host, { recursive: true });
  writeFileSync(join(host, 'daemon.json'), 'old\r\n'.repeat(5000), { mode: 0o600 });
  writeFileSync(join(host, 'subuid'), 'old');
  writeFileSync(join(host, 'pid'), '77');
  return { host, state, hands: openHands({ DOCKER_WHY_STATE: state }), before: treeOf(host) };
};

/** Every file is the old one or the new one. */
const expectWhole = (host: string): void => {
  expect(['old\r\n'.repeat(5000), 'new\n'.repeat(5000)]).toContain(readFileSync(join(host, 'daemon.json'), 'utf8'));
  expect(['old', 'new subuid\n']).toContain(readFileSync(join(host, 'subuid'), 'utf8'));
  const names = readdirSync(host).filter((name) => name.startsWith('pid'));
  expect(names).toHaveLength(1);
  expect(readFileSync(join(host, names[0] ?? ''), 'utf8')).toBe('77');
};

const leftovers = (host: string, state: string): readonly string[] =>
  [host, state].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.docker-why-|\.new$|(?:^|\/)lock/.test(name),
    ),
  );

const id = '20261124-120000-aaaa';

/** Was it broken off? Checks all that must hold afterwards. */
const killOnce = async (turn: number, after: number): Promise<boolean> => {
  const { host, state, hands, before } = newHost(String(turn));
  const isUndo = turn % 3 === 2;
  if (isUndo) await runVictim(['perform', host, state, id], 60_000);
  const ended = await runVictim([isUndo ? 'undo' : 'perform', host, state, id], after);
  expectWhole(host);
  // a program that was started may still be at work
  await sleep(100);
  for (const one of await hands.list()) expect(await hands.undo(one.id)).toMatchObject({ conflicts: [] });
  expect(treeOf(host)).toEqual(before);
  await hands.perform(planOf(edit(join(host, 'subuid'), 'again')), { ...how, id: '20261124-130000-bbbb' });
  await hands.undo('20261124-130000-bbbb');
  expect(treeOf(host)).toEqual(before);
  expect(leftovers(host, state)).toEqual([]);
  return ended === undefined;
};

test(`killed ${kills} times: every file is the old or the new one, and undo brings all back to the byte`, async () => {
  await buildVictim();
  const measured = newHost('measured');
  const whole = (await runVictim(['perform', measured.host, measured.state, id], 60_000)) ?? 100;
  const turns = Array.from({ length: kills }, (_, turn) => turn);
  const broken: boolean[] = [];
  const work = async (): Promise<void> => {
    for (let turn = turns.pop(); turn !== undefined; turn = turns.pop())
      broken.push(await killOnce(turn, Math.random() * whole * 1.1));
  };
  await Promise.all(Array.from({ length: 4 }, work));
  rmSync(folder, { recursive: true });
  expect(broken).toHaveLength(kills);
  expect(broken.filter((one) => one).length).toBeGreaterThan(kills / 4);
}, 600_000);
