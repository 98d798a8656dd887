import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import type { Reply, Request } from '../../../src/core/types.ts';
import { localHost } from '../../../src/hosts/local/index.ts';
import { type Child, startChild } from '../../../src/hosts/shell/child.ts';
import { shellReply } from '../../../src/hosts/shell/index.ts';
import { talkOver } from '../../../src/hosts/shell/talk.ts';
import { expectSame, makeOddFiles, questionsAbout } from '../odd-files.ts';

// many small programs, on a machine that may be busy
vi.setConfig({ testTimeout: 240_000 });

const folder = makeOddFiles();
const children: Child[] = [];
const isRoot = process.getuid?.() === 0;
const has = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const shell = async (command: string, ...args: readonly string[]): Promise<(request: Request) => Promise<Reply>> => {
  const child = await startChild(command, args);
  children.push(child);
  const talk = talkOver(child, 20_000);
  await talk.ready;
  return (request) => shellReply(talk, request);
};

afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([['sh'], ['dash'], ['bash', '--posix'], ['busybox', 'sh'], ['mksh']])(
  '%s %s answers as this host does, whatever the files are called and hold',
  async (command, ...args) => {
    if (!has(command)) return;
    const reply = await shell(command, ...args);
    await expectSame({ reply }, localHost(process.env), questionsAbout(folder));
    expect(existsSync('hacked')).toBe(false);
  },
);

test('without base64 the content comes in hex', async () => {
  const child = await startChild('sh', []);
  children.push(child);
  child.stdin.write('base64() { return 1; }\ncommand() { [ "$2" != base64 ] && type "$2"; }\n');
  let seen = '';
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
  });
  const talk = talkOver(child, 20_000);
  await talk.ready;
  const reply = await shellReply(talk, { read: 'text', path: join(folder, 'binary') });
  expect(reply).toMatchObject({ text: '\0a\ufffd\ufffd\0\nb' });
  expect(seen).toContain(' 0 . hex');
  expect(await shellReply(talk, { read: 'output', argv: ['uname', '-r'] })).toMatchObject({ code: 0, stderr: '' });
});

test('what a start-up file prints is no reply', async () => {
  const reply = await shell('sh', '-c', 'echo Welcome; printf "0 1 . ok"; exec sh');
  expect(await reply({ read: 'output', argv: ['uname', '-s'] })).toEqual({ known: false, why: 'not-asked' });
  expect(await reply({ read: 'text', path: join(folder, 'plain') })).toMatchObject({ text: 'one\ntwo\n' });
});

test('variables are those of the shell that was started', async () => {
  const reply = await shell('env', '-i', 'PATH=/usr/bin:/bin', 'ODD=$(touch hacked)\' "\nx', 'EMPTY=', 'sh');
  expect(await reply({ read: 'variable', name: 'ODD' })).toEqual({ known: true, value: '$(touch hacked)\' "\nx' });
  expect(await reply({ read: 'variable', name: 'EMPTY' })).toEqual({ known: true, value: '' });
  expect(await reply({ read: 'variable', name: 'PATH' })).toEqual({ known: true, value: '/usr/bin:/bin' });
  expect(await reply({ read: 'variable', name: 'LC_ALL' })).toEqual({ known: true });
});

test('who asks', async () => {
  const reply = await shell('sh');
  const caller = await reply({ read: 'caller' });
  const local = await localHost(process.env).reply({ read: 'caller' });
  const sorted = (one: Reply) => ({ ...one, groups: 'groups' in one ? one.groups.toSorted((a, b) => a - b) : [] });
  expect(sorted(caller)).toEqual(sorted(local));
});

test('hundreds of questions at once are all answered', async () => {
  const reply = await shell('sh');
  const replies = await Promise.all(
    Array.from({ length: 300 }, (_, index) => reply({ read: 'variable', name: `NONE_${index}` })),
  );
  expect(replies.every((one) => one.known)).toBe(true);
});

test.runIf(isRoot && has('setpriv'))('what may not be read is denied, and not missing', async () => {
  const closed = mkdtempSync(join(tmpdir(), 'closed-'));
  writeFileSync(join(closed, 'file'), 'x');
  const open = mkdtempSync(join(tmpdir(), 'open-'));
  chmodSync(open, 0o755);
  writeFileSync(join(open, 'secret'), 'x', { mode: 0o600 });
  const denied = { known: false, why: 'denied' };
  const reply = await shell('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'sh');
  expect(await reply({ read: 'stat', path: join(closed, 'file') })).toEqual(denied);
  expect(await reply({ read: 'stat', path: join(closed, 'missing') })).toEqual(denied);
  expect(await reply({ read: 'text', path: join(closed, 'file') })).toEqual(denied);
  expect(await reply({ read: 'names', path: closed })).toEqual(denied);
  expect(await reply({ read: 'names', path: join(closed, 'below') })).toEqual(denied);
  expect(await reply({ read: 'space', path: join(closed, 'file') })).toEqual(denied);
  expect(await reply({ read: 'text', path: join(open, 'secret') })).toEqual(denied);
  expect(await reply({ read: 'stat', path: join(open, 'secret') })).toMatchObject({ exists: true, mode: '0600' });
  expect(await reply({ read: 'stat', path: join(open, 'missing') })).toEqual({ known: true, exists: false });
  rmSync(closed, { recursive: true });
  rmSync(open, { recursive: true });
});

test.runIf(has('openssl'))('of a key only its public half is seen', async () => {
  const made = mkdtempSync(join(tmpdir(), 'keys-'));
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: made, stdio: 'ignore' });
  };
  for (const name of ['one', 'two'])
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-days',
      '9',
      '-subj',
      '/O=x/CN=docker',
    );
  const child = await startChild('sh', []);
  children.push(child);
  let seen = '';
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
  });
  const talk = talkOver(child, 20_000);
  await talk.ready;
  const local = localHost(process.env);
  for (const [key, authority] of [
    ['one.key', 'one.pem'],
    ['two.key', 'two.pem'],
    ['one.pem', undefined],
    ['missing', 'missing'],
  ]) {
    const request: Request = {
      read: 'certificate',
      path: join(made, 'one.pem'),
      key: join(made, key ?? ''),
      ...(authority !== undefined && { authority: join(made, authority) }),
    };
    expect(await shellReply(talk, request)).toEqual(await local.reply(request));
  }
  expect(seen).not.toContain(Buffer.from('PRIVATE KEY').toString('base64').slice(0, 12));
  expect(Buffer.from(seen.replaceAll(/^\S+ \d+ \S /gm, '').replaceAll('\n', ''), 'base64').toString()).not.toContain(
    'PRIVATE',
  );
  rmSync(made, { recursive: true });
});

test('a shell that is gone answers nothing, at once', async () => {
  const child = await startChild('sh', []);
  const talk = talkOver(child, 20_000);
  await talk.ready;
  child.kill();
  talk.close();
  expect(await shellReply(talk, { read: 'caller' })).toEqual({ known: false, why: 'unreadable' });
});
