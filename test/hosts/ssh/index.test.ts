import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { localHost } from '../../../src/hosts/local/index.ts';
import { type SshHost, sshHost } from '../../../src/hosts/ssh/index.ts';
import { expectSame, makeOddFiles, questionsAbout } from '../odd-files.ts';
import { noSshd, type Sshd, startSshd } from './sshd.ts';

// many small programs, on a machine that may be busy
vi.setConfig({ testTimeout: 240_000 });

const hosts: SshHost[] = [];

const open = async (config: string, target = 'ssh://lo'): Promise<SshHost> => {
  const host = await sshHost(target, { command: 'ssh', args: ['-F', config] });
  hosts.push(host);
  return host;
};

/** The folders of our control sockets. */
const ours = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('docker-why-ssh-'));

const failure = async (config: string, target?: string): Promise<string> => {
  const error: unknown = await open(config, target).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  return error instanceof InputError ? `${error.message}: ${error.hint}` : '';
};

test('without ssh there is a word about it', async () => {
  await expect(sshHost('ssh://lo', { command: 'no-ssh-here', args: [] })).rejects.toThrow('no ssh on this machine');
});

describe.skipIf(noSshd !== undefined)(`over a real sshd${noSshd === undefined ? '' : ` (skipped: ${noSshd})`}`, () => {
  let sshd: Sshd;
  const folder = makeOddFiles();
  beforeAll(async () => {
    sshd = await startSshd();
  });
  afterEach(async () => {
    for (const host of hosts.splice(0)) await host.close();
  });
  afterAll(() => {
    sshd.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('it answers as this host does', async () => {
    const host = await open(sshd.clientConfig());
    await expectSame(host, localHost(process.env), questionsAbout(folder));
    expect(host.name).toBe('lo');
  });

  test('programs are streamed over the same connection, byte for byte', async () => {
    const host = await open(sshd.clientConfig());
    expect(await host.run(['uname', '-r'])).toMatchObject({ code: 0, stderr: '' });
    expect(await host.run(['snap', 'list'])).toBeUndefined();
    expect(await host.run(['getent', 'passwd', 'no-such-user'])).toMatchObject({ code: 2 });
    const chunks: Uint8Array[] = [];
    for await (const chunk of host.output(['getent', 'passwd'])) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toContain(readFileSync('/etc/passwd', 'utf8').split('\n')[0]);
    await expect(host.run(['rm', '-rf', folder])).rejects.toThrow('not run on another host');
  });

  test('nothing is left when it is closed', async () => {
    const before = ours();
    const host = await open(sshd.clientConfig());
    expect(ours().length).toBe(before.length + 1);
    await host.close();
    expect(ours()).toEqual(before);
    expect(await host.reply({ read: 'caller' })).toEqual({ known: false, why: 'unreadable' });
  });

  test('what the config says of commands, terminals and forwarding does no harm', async () => {
    const config = sshd.clientConfig(
      `Host *\n RemoteCommand echo hello\n RequestTTY force\n LocalForward 1 127.0.0.1:1\n LogLevel QUIET\n ControlMaster auto\n ControlPath ${sshd.folder}/own-%C\n ControlPersist 5`,
    );
    const host = await open(config);
    expect(await host.reply({ read: 'text', path: join(folder, 'plain') })).toMatchObject({ text: 'one\ntwo\n' });
  });

  test('why there is no connection, and what to do', async () => {
    expect(await failure(sshd.clientConfig(), 'ssh://no-such-host.invalid')).toMatch(/no host is known as/);
    expect(await failure(sshd.clientConfig(), 'ssh://127.0.0.1:1')).toMatch(/refuses the connection: .*sshd/);
    const other = sshd.clientConfig(`Host lo\n IdentityFile ${sshd.folder}/other\n IdentityAgent none\n`);
    writeFileSync(other, readFileSync(other, 'utf8').replace(` IdentityFile ${sshd.folder}/user\n`, ''));
    expect(await failure(other)).toMatch(/lo does not let you in: .*ssh-add/);
    const key = readFileSync(join(sshd.folder, 'other.pub'), 'utf8');
    writeFileSync(join(sshd.folder, 'wrong'), `[127.0.0.1]:${sshd.port} ${key}`);
    const changed = sshd.clientConfig(`Host lo\n UserKnownHostsFile ${sshd.folder}/wrong\n`);
    expect(await failure(changed)).toMatch(/key of lo is not (?:the one that was )?known/);
    const strict = `Host lo\n UserKnownHostsFile /dev/null\n StrictHostKeyChecking yes\n`;
    expect(await failure(sshd.clientConfig(strict))).toMatch(/key of lo is not known here/);
  });

  test('an account without a shell is told from one that may not log in', async () => {
    const closed = await startSshd('ForceCommand echo This account is not available; exit 1\n');
    expect(await failure(closed.clientConfig())).toMatch(/lo gives no shell/);
    closed.stop();
  });
});
