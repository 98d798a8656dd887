import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'docker-why-'));
const run = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
};

test('a recording replays: the same cause, from a file and from a pipe, without a secret', () => {
  const log = join(folder, 'a.log');
  const recording = join(folder, 'a.json');
  const secret = 'level=info msg="proxy http://user:geheim@proxy:3128"\n';
  writeFileSync(log, `${secret}${readFileSync('samples/userns/subid-range-missing.log', 'utf8')}`);
  expect(run([log, '--record', recording]).status).toBe(1);
  expect(statSync(recording).mode & 0o777).toBe(0o600);
  const text = readFileSync(recording, 'utf8');
  expect(text).not.toContain('geheim');
  for (const { status, stdout } of [run([recording]), run([], text)]) {
    expect(status).toBe(1);
    expect(stdout).toContain('userns/subid-range-missing');
  }
});

test('a damaged recording is a sentence, exit 2; another file is not written over', () => {
  const damaged = join(folder, 'b.json');
  writeFileSync(damaged, '{"docker-why-recording": 1, "made": 7}');
  const { status, stderr } = run([damaged]);
  expect(status).toBe(2);
  expect(stderr).toContain('damaged');
  const other = join(folder, 'c.txt');
  writeFileSync(other, 'mine\n');
  expect(run(['samples/userns/subid-range-missing.log', '--record', other]).status).toBe(2);
  expect(readFileSync(other, 'utf8')).toBe('mine\n');
});

test('--record takes one input', () => {
  expect(
    run(['samples/none/healthy.log', 'samples/none/insufficient.log', '--record', join(folder, 'd.json')]),
  ).toMatchObject({
    status: 2,
    stdout: '',
  });
});
