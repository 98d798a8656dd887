import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHands } from '../../src/hosts/hands/index.ts';
import { readOptions } from '../../src/options.ts';
import { undo } from '../../src/verbs/undo.ts';
import { edit, howOf, planOf } from '../hosts/hands/lab.ts';

const openHost = () => {
  const folder = mkdtempSync(join(tmpdir(), 'docker-why-undo-'));
  const env = { DOCKER_WHY_STATE: join(folder, 'state') };
  const file = join(folder, 'daemon.json');
  writeFileSync(file, '{\n  "debug": true\n}\n');
  const run = async (...args: readonly string[]) => {
    const said: string[] = [];
    const out = { write: (text: string | Uint8Array) => said.push(String(text)) };
    const world = { stdin: (async function* () {})(), stdout: out, stderr: out, env, now: 0 };
    return { code: await undo(readOptions(['undo', ...args]), world), text: said.join('') };
  };
  return { file, run, hands: openHands(env) };
};

test('nothing was done: said so', async () => {
  expect(await openHost().run()).toEqual({ code: 0, text: 'docker-why has changed nothing here.\n' });
});

test('what was done is listed, taken back to the byte, and said to be back', async () => {
  const { file, run, hands } = openHost();
  const before = readFileSync(file);
  const { id } = await hands.perform(planOf(edit(file, '{}\n'), { do: 'run', argv: ['true'] }), howOf());
  expect((await run()).text).toContain(`  ${id}  done  A plan [config/invalid-value]\n`);
  const { code, text } = await run(id);
  expect(code).toBe(0);
  expect(text).toContain(`Taken back: A plan\n  ${file}\n  not taken back: true\n`);
  expect(readFileSync(file)).toEqual(before);
  expect((await run()).text).toContain(`${id}  taken back`);
});

test('a file that was changed since stays, and what taking back would do is shown', async () => {
  const { file, run, hands } = openHost();
  const { id } = await hands.perform(planOf(edit(file, '{}\n')), howOf());
  writeFileSync(file, '{\n  "debug": true,\n  "mine\u001b[2J": 1\n}\n');
  const theirs = readFileSync(file);
  const { code, text } = await run(id);
  expect(code).toBe(1);
  expect(text).toContain('nothing was taken back');
  expect(text).toContain('  -  "debug": true,\n');
  expect(text).toContain('  +  "debug": true\n');
  expect(text).not.toContain('\u001b[2J');
  expect(readFileSync(file)).toEqual(theirs);
});

test('what cannot be meant is said', async () => {
  const { run } = openHost();
  await expect(run('20261124-120000-aaaa', '20261124-120000-bbbb')).rejects.toThrow('one fix at a time');
  await expect(run('../../etc')).rejects.toThrow('is no number of a fix');
  await expect(run('20261124-120000-aaaa')).rejects.toThrow('cannot be read');
});
