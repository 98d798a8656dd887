import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readOptions } from '../../src/options.ts';
import { fix } from '../../src/verbs/fix.ts';
import { treeOf } from '../hosts/hands/lab.ts';

/** A run on a pipe, with its backups in a folder of its own. */
const runFix = async (args: readonly string[]) => {
  const state = mkdtempSync(join(tmpdir(), 'docker-why-fix-'));
  writeFileSync(join(state, 'there'), 'x');
  const before = treeOf(state);
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const world = {
    stdin: Readable.from([]),
    stdout,
    stderr,
    env: { PATH: process.env['PATH'], DOCKER_WHY_STATE: state },
    now: Date.now(),
  };
  const code = await fix(readOptions(['fix', ...args]), world);
  const text = [stdout.read(), stderr.read()].map((bytes: Buffer | null) => bytes?.toString() ?? '').join('');
  expect(treeOf(state)).toEqual(before);
  expect(readdirSync(state)).toEqual(['there']);
  return { code, text };
};

test('on a pipe without --yes, and with --dry-run: a plan, and not one byte is written', async () => {
  for (const args of [[], ['--dry-run'], ['--dry-run', '--yes']]) {
    const { code } = await runFix(args);
    expect([0, 1]).toContain(code);
  }
});

test('what fix does not do is said', async () => {
  await expect(runFix(['one/cause', 'another/cause'])).rejects.toThrow('fix takes one cause');
  await expect(runFix(['--json'])).rejects.toThrow('fix speaks to a person');
  await expect(runFix(['--host', 'case.json'])).rejects.toThrow('fix works on a running host only');
  await expect(runFix(['--root', '/mnt'])).rejects.toThrow('fix works on a running host only');
  await expect(runFix(['userns/subid-range-mising'])).rejects.toMatchObject({
    hint: 'did you mean userns/subid-range-missing?',
  });
});
