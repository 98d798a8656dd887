import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const cli = 'dist/cli.js';
const sample = 'samples/userns/subid-range-missing.log';
const folder = mkdtempSync(join(tmpdir(), 'docker-why-'));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (args: readonly string[], input: string | Uint8Array = '', env: Record<string, string> = {}): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

test('a log from a pipe, from a file and gzipped: the same answer, exit 1', () => {
  const bytes = readFileSync(sample);
  const zipped = join(folder, 'a.log');
  writeFileSync(zipped, gzipSync(bytes));
  const answers = [run([], bytes), run([sample]), run(['-'], bytes), run([zipped]), run([], gzipSync(bytes))];
  for (const { status, stdout } of answers) {
    expect(status).toBe(1);
    expect(stdout).toContain('userns/subid-range-missing');
  }
});

test('exit 0 for a healthy log, 3 where the reason is missing or the text is unrelated', () => {
  expect(run(['samples/none/healthy.log']).status).toBe(0);
  expect(run(['samples/none/insufficient.log']).status).toBe(3);
  expect(run(['samples/none/not-docker.log']).status).toBe(3);
});

test('an unknown option: one line, the nearest known one, exit 2', () => {
  expect(run(['--fromat', 'json'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'docker-why: unknown option --fromat: did you mean --format?\n',
  });
  expect(run(['--format', 'jsn']).stderr).toBe('docker-why: --format does not know jsn: did you mean json?\n');
});

test('a file that is not there: one line with what to do, exit 2', () => {
  const { status, stderr } = run(['no/such.log']);
  expect(status).toBe(2);
  expect(stderr).toBe('docker-why: cannot read no/such.log: there is no such file\n');
});

test('several inputs: one diagnosis each, a summary, and exit 2 if one could not be read', () => {
  const { status, stdout, stderr } = run([sample, 'samples/none/healthy.log', 'no/such.log']);
  expect(status).toBe(2);
  expect(stderr).toContain('no/such.log');
  expect(stdout).toContain(`== ${sample}`);
  expect(stdout).toMatch(/2 inputs: 1 found/);
});

test('a directory is one input for each file; jsonl is one line for each', () => {
  const { stdout, status } = run(['samples/none', '--format', 'jsonl']);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { outcome: string });
  expect(lines.length).toBeGreaterThan(8);
  expect(lines.every(({ outcome }) => outcome !== 'found')).toBe(true);
  expect(status).toBe(3);
});

test('--json is one object for one input', () => {
  const { stdout } = run([sample, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    outcome: 'found',
    findings: [{ cause: 'userns/subid-range-missing', verdict: 'likely' }],
  });
});

test('colour by NO_COLOR, FORCE_COLOR and --color; never in a pipe by itself', () => {
  const csi = '\u001b[';
  expect(run([sample]).stdout).not.toContain(csi);
  expect(run([sample], '', { FORCE_COLOR: '1' }).stdout).toContain(csi);
  expect(run([sample], '', { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain(csi);
  expect(run([sample, '--color', 'always'], '', { NO_COLOR: '1' }).stdout).toContain(csi);
});

test('a closed pipe ends quietly', async () => {
  const child = spawn(process.execPath, [cli, 'samples', '--format', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  child.stdout.once('data', () => child.stdout.destroy());
  await new Promise((resolve) => child.on('close', resolve));
  expect(errors).toBe('');
});

test('causes takes globs, explain takes a cause or a slug', () => {
  expect(run(['causes', 'userns/*']).stdout).toContain('userns/max-user-namespaces');
  expect(run(['causes', 'userns/*']).stdout).not.toContain('config/');
  expect(run(['explain', 'subid-range-missing']).stdout).toContain('/etc/subuid');
  expect(run(['explain', 'userns/subid-range-mising']).stderr).toContain('did you mean userns/subid-range-missing?');
  expect(run(['causes', 'nothing/*']).status).toBe(2);
});

test('rules check names file and path; rules test says which line matches what', () => {
  const bad = join(folder, 'bad.yaml');
  writeFileSync(bad, "id: userns/x\ntitle: 'A title.'\nsymptoms:\n  - line: '(a+)+b'\n");
  const checked = run(['rules', 'check', bad]);
  expect(checked.status).toBe(1);
  expect(checked.stdout).toContain(`${bad}: symptoms[0].line: has a repeat inside a repeat`);
  expect(checked.stdout).toContain(`${bad}: title: ends in a full stop`);
  const tested = run(['rules', 'test', 'rules/userns/subid-range-missing.yaml'], readFileSync(sample));
  expect(tested.status).toBe(0);
  expect(tested.stdout).toContain('+ userns/subid-range-missing line');
});

test('further rules with --rules; a bad one stops with its place', () => {
  const mine = join(folder, 'mine.yaml');
  const source = readFileSync('rules/daemon/not-root.yaml', 'utf8');
  writeFileSync(
    mine,
    source.replace(/^id: .*$/m, 'id: mine/own-words').replace(/- line: .*/, "- line: 'my own words of failure'"),
  );
  const { stdout } = run(['--rules', mine], 'dockerd: my own words of failure\n');
  expect(stdout).toContain('mine/own-words');
  expect(run(['--rules', join(folder, 'bad.yaml')], 'x').status).toBe(2);
});

test('help of each verb shows an example', () => {
  for (const verb of [[], ['causes'], ['explain'], ['rules']]) {
    const { status, stdout } = run([...verb, '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Example');
  }
  expect(run(['--version']).stdout).toMatch(/^docker-why \d+\.\d+\.\d+\n$/);
});
