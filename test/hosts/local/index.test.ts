import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { localHost } from '../../../src/hosts/local/index.ts';

const sftp = ['/usr/lib/openssh/sftp-server', '/usr/libexec/openssh/sftp-server', '/usr/lib/ssh/sftp-server'].find(
  (path) => existsSync(path),
);
const noMount =
  process.getuid?.() === 0 && existsSync('/usr/bin/sshfs') && existsSync('/dev/fuse') && sftp !== undefined
    ? undefined
    : 'needs root, /dev/fuse, sshfs and an sftp-server';

const patiently = async (is: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 100 && !is(); tries += 1) await new Promise((next) => setTimeout(next, 100));
};

/** What another process is told of these, how long it takes to say so, and to end. */
const askElsewhere = async (
  requests: readonly unknown[],
): Promise<{ readonly said: string; readonly took: number }> => {
  const script = `
    const { localHost } = await import(${JSON.stringify(resolve('src/hosts/local/index.ts'))});
    const { withDeadline } = await import(${JSON.stringify(resolve('src/hosts/deadline.ts'))});
    const live = localHost(process.env);
    const host = withDeadline(live, 2600);
    const replies = await Promise.all(${JSON.stringify(requests)}.map((one) => host.reply(one)));
    await live.close();
    process.stdout.write(JSON.stringify(replies.map(({ why = 'known' }) => why)));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let answered = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    answered ||= performance.now();
  });
  await new Promise((next) => child.once('exit', next));
  return { said, took: performance.now() - answered };
};

test.skipIf(noMount !== undefined)(
  `a mount that is dead holds up neither the answer nor the end${noMount === undefined ? '' : ` (${noMount})`}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dead-'));
    const mount = join(folder, 'mount');
    mkdirSync(mount);
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data/file'), 'x');
    const command = join(folder, 'ssh');
    writeFileSync(command, `#!/bin/sh\nexec ${sftp}\n`, { mode: 0o755 });
    const sshfs: ChildProcess = spawn('sshfs', ['-f', '-o', `ssh_command=${command}`, `x:${folder}/data`, mount], {
      stdio: 'ignore',
    });
    try {
      await patiently(() => readdirSync(mount).length > 0);
      const host = localHost(process.env);
      expect(await host.reply({ read: 'text', path: `${mount}/file` })).toMatchObject({ text: 'x' });
      expect(await host.reply({ read: 'stat', path: `${mount}/missing` })).toEqual({ known: true, exists: false });
      await host.close();
      sshfs.kill('SIGSTOP');
      const { said, took } = await askElsewhere([
        { read: 'stat', path: `${mount}/other` },
        { read: 'text', path: `${mount}/file2` },
        { read: 'names', path: `${mount}/folder` },
        { read: 'space', path: mount },
        { read: 'output', argv: ['getcap', `${mount}/file3`] },
        { read: 'stat', path: '/etc/passwd' },
      ]);
      const answers: readonly string[] = JSON.parse(said);
      expect(answers.slice(0, 4)).toEqual(['timeout', 'timeout', 'timeout', 'timeout']);
      expect(['timeout', 'no-such-tool']).toContain(answers[4]);
      expect(answers[5]).toBe('known');
      // a thread that waits there would hold up the end for as long as the mount is dead
      expect(took).toBeLessThan(15_000);
    } finally {
      sshfs.kill('SIGKILL');
      execFileSync('umount', ['-l', mount]);
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test('what a program prints, and how it ended', async () => {
  const host = localHost({ HOME: '/nowhere' });
  expect(await host.reply({ read: 'output', argv: ['uname', '-r'] })).toMatchObject({
    known: true,
    code: 0,
    stderr: '',
  });
  expect(await host.reply({ read: 'output', argv: ['snap', 'list', 'not-installed'] })).not.toEqual({
    known: false,
    why: 'not-asked',
  });
  expect(await host.reply({ read: 'output', argv: ['rm', '-rf', '/x'] })).toEqual({ known: false, why: 'not-asked' });
  expect(await host.reply({ read: 'variable', name: 'HOME' })).toEqual({ known: true, value: '/nowhere' });
  expect(await host.reply({ read: 'variable', name: 'NONE' })).toEqual({ known: true });
});

test.runIf(process.getuid?.() === 0)('what may not be read is denied', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'closed-'));
  writeFileSync(join(folder, 'file'), '');
  const host = localHost({});
  process.seteuid?.(12_345);
  try {
    const denied = { known: false, why: 'denied' };
    expect(await host.reply({ read: 'stat', path: join(folder, 'file') })).toEqual(denied);
    expect(await host.reply({ read: 'stat', path: join(folder, 'missing') })).toEqual(denied);
    expect(await host.reply({ read: 'text', path: join(folder, 'file') })).toEqual(denied);
    expect(await host.reply({ read: 'names', path: folder })).toEqual(denied);
  } finally {
    process.seteuid?.(0);
  }
  rmSync(folder, { recursive: true });
});
