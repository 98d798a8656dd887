import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCommand } from '../../../src/collect/command/index.ts';

const run = async (script: string, terminal?: { columns: number; rows: number }) => {
  const chunks: Uint8Array[] = [];
  const ran = await runCommand(['sh', '-c', script], {
    env: { PATH: process.env['PATH'], SHELL: '/bin/own' },
    ...(terminal !== undefined && { terminal }),
    onStderr: (chunk) => chunks.push(chunk),
  });
  return { ...ran, stderr: Buffer.from(ran.stderr).toString(), passed: Buffer.concat(chunks).toString() };
};

test('standard error is passed on and kept, the status is the command’s', async () => {
  expect(await run('echo one >&2; printf two >&2; exit 7')).toMatchObject({
    code: 7,
    stderr: 'one\ntwo',
    passed: 'one\ntwo',
  });
});

test('a signal gives the status that a shell would', async () => {
  expect(await run('kill -KILL $$')).toMatchObject({ code: 137, signal: 'SIGKILL' });
});

test('of endless standard error the end is kept', async () => {
  const { stderr, passed } = await run('yes abcdefg | head -c 5000000 >&2; echo last >&2');
  expect(stderr.length).toBe(1024 * 1024);
  expect(stderr.endsWith('last\n')).toBe(true);
  expect(passed.length).toBe(5_000_005);
});

test('a program that is not there is an error with its name', async () => {
  await expect(runCommand(['no-such-program'], { env: {}, onStderr: () => {} })).rejects.toThrow(
    'no-such-program could not be run',
  );
});

const hasScript = process.platform === 'linux' && existsSync('/usr/bin/script');

test.runIf(hasScript)('on a terminal standard error is one, of the same size; the rest is as it was', async () => {
  const script =
    'test -t 2 && stty size <&2 >&2; echo $SHELL >&2; test -t 0 || echo no tty >&2; printf "a\\nb" >&2; exit 5';
  const { code, stderr } = await run(script, { columns: 93, rows: 21 });
  expect(stderr).toBe('21 93\n/bin/own\nno tty\na\nb');
  expect(code).toBe(5);
});

test.runIf(hasScript)('in the terminal too, a word of the command stays a word', async () => {
  const chunks: Uint8Array[] = [];
  await runCommand(['printf', '%s|', 'a b', '$(echo c)', "d'e", '; echo f >&2'], {
    env: { PATH: process.env['PATH'] },
    terminal: { columns: 80, rows: 24 },
    onStderr: (chunk) => chunks.push(chunk),
  });
  expect(Buffer.concat(chunks).toString()).toBe('');
});

test('run -- leaves standard output to the command and reports on standard error', () => {
  const said =
    'docker: Error response from daemon: OCI runtime create failed: unknown or invalid runtime name: nvidia.';
  const args = ['dist/cli.js', 'run', '--no-host', '--', 'sh', '-c', `echo result; echo "${said}" >&2; exit 125`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(status).toBe(125);
  expect(stdout).toBe('result\n');
  expect(stderr).toContain(said);
  expect(stderr).toContain('config/unknown-runtime');
});

test('run -- says so where the failure is the command’s own, and nothing where it succeeds', () => {
  const own = spawnSync(process.execPath, ['dist/cli.js', 'run', '--no-host', '--', 'sh', '-c', 'exit 3'], {
    encoding: 'utf8',
  });
  expect(own.status).toBe(3);
  expect(own.stderr).toContain('ended with 3');
  const good = spawnSync(process.execPath, ['dist/cli.js', 'run', '--', 'echo', 'a'], { encoding: 'utf8' });
  expect({ status: good.status, stdout: good.stdout, stderr: good.stderr }).toEqual({
    status: 0,
    stdout: 'a\n',
    stderr: '',
  });
});
