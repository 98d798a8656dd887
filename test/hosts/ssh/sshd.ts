import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** A real sshd on loopback, with keys and a config of its own. */
export interface Sshd {
  readonly port: number;
  readonly folder: string;
  /** Of the client: names `lo`, and what a test wants to break. */
  readonly clientConfig: (extra?: string) => string;
  readonly stop: () => void;
}

const program = '/usr/sbin/sshd';

/** Why there is no sshd to test against; nothing where there is one. */
export const noSshd: string | undefined = existsSync(program)
  ? undefined
  : 'no sshd is installed (apt-get install openssh-server)';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(true)).once('error', () => resolve(false));
    socket.setTimeout(2000, () => resolve(false));
    setTimeout(() => socket.destroy(), 2000).unref();
  });

const keygen = (path: string): void => {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path]);
};

export const startSshd = async (extra = ''): Promise<Sshd> => {
  const folder = mkdtempSync(join(tmpdir(), 'sshd-'));
  const port = await freePort();
  for (const name of ['host', 'user', 'other']) keygen(join(folder, name));
  copyFileSync(join(folder, 'user.pub'), join(folder, 'authorized'));
  chmodSync(join(folder, 'authorized'), 0o600);
  writeFileSync(
    join(folder, 'sshd'),
    `Port ${port}\nListenAddress 127.0.0.1\nHostKey ${folder}/host\nAuthorizedKeysFile ${folder}/authorized\nPidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n${extra}`,
  );
  // where sshd gives up its rights; a service would have it made
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const sshd = spawn(program, ['-D', '-e', '-f', join(folder, 'sshd')], { stdio: 'ignore' });
  for (let tries = 0; tries < 100 && !(await answers(port)); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));

  const clientConfig = (more = ''): string => {
    const path = join(mkdtempSync(join(folder, 'client-')), 'config');
    writeFileSync(
      path,
      `${more}\nHost lo\n HostName 127.0.0.1\n Port ${port}\n User ${userInfo().username}\n IdentityFile ${folder}/user\n IdentitiesOnly yes\n UserKnownHostsFile ${folder}/known\n StrictHostKeyChecking accept-new\n`,
    );
    return path;
  };
  const stop = (): void => {
    sshd.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { port, folder, clientConfig, stop };
};
