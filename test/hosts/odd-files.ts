import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Request } from '../../src/core/types.ts';
import type { Host } from '../../src/hosts/host.ts';

/** Files whose names and contents would break a reader that trusts them. */
export const makeOddFiles = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'odd-'));
  const write = (name: string, content: string | Buffer): void => {
    writeFileSync(join(folder, name), content);
    utimesSync(join(folder, name), 1_700_000_000, 1_700_000_000.25);
  };
  write('plain', 'one\ntwo\n');
  write('no-newline', 'one\ntwo');
  write('empty', '');
  write('binary', Buffer.from([0, 0x61, 0xff, 0xfe, 0, 10, 0x62]));
  write('large', Buffer.alloc(1_100_000, 'abcdefghij\n'));
  write('-n', 'a dash\n');
  write('*', 'a star\n');
  write('..hidden', 'two dots\n');
  write('$(touch hacked)\'"`x`\\', 'quotes\n');
  write('a\n: No such file or directory', 'two lines\n');
  write('a\nb: Permission denied', 'two lines\n');
  write('é', 'not ASCII: é ü 漢\n');
  mkdirSync(join(folder, 'empty-folder'));
  mkdirSync(join(folder, 'folder'));
  write('folder/.dot', '');
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  symlinkSync('plain', join(folder, 'link'));
  symlinkSync('nowhere', join(folder, 'dangling'));
  symlinkSync('circle', join(folder, 'circle'));
  writeFileSync(join(folder, 'sparse'), '');
  truncateSync(join(folder, 'sparse'), 5_000_000_000);
  chmodSync(join(folder, 'plain'), 0o4751);
  return folder;
};

const names = [
  ...['plain', 'no-newline', 'empty', 'binary', 'large', '-n', '*', '..hidden', '$(touch hacked)\'"`x`\\'],
  ...['a\n: No such file or directory', 'a\nb: Permission denied', 'é', 'empty-folder', 'folder', 'pipe', 'link'],
  ...[
    'dangling',
    'circle',
    'missing',
    'plain/below',
    '$(touch hacked)',
    '',
    'folder/../plain',
    'n'.repeat(300),
    'a\0b',
  ],
];

export const questionsAbout = (folder: string): readonly Request[] => [
  ...names
    .map((name) => `${folder}/${name}`)
    .flatMap((path): readonly Request[] => [
      { read: 'stat', path },
      { read: 'stat', path, link: true },
      { read: 'text', path },
      { read: 'text', path, bytes: 5 },
      { read: 'names', path },
    ]),
  { read: 'stat', path: `${folder}/sparse` },
  { read: 'text', path: `${folder}/sparse`, bytes: 2 },
  { read: 'stat', path: '/dev/null' },
  { read: 'text', path: '/dev/null' },
  { read: 'text', path: '/proc/sys/kernel/osrelease' },
  { read: 'space', path: '/proc' },
  { read: 'space', path: `${folder}/missing` },
  { read: 'output', argv: ['uname', '-r'] },
  { read: 'output', argv: ['getent', 'passwd', 'no-such-user-here'] },
  { read: 'output', argv: ['getent', 'no-such-database$(id)\'"\n', 'x'] },
  { read: 'output', argv: ['snap', 'list', 'this-is-not-installed-here'] },
  { read: 'output', argv: ['rm', '-rf', `${folder}/plain`] },
  { read: 'variable', name: 'NO_SUCH_VARIABLE' },
  { read: 'variable', name: 'x; touch hacked' },
];

/** Says the other host the same as this one? A few at a time, as a busy machine has deadlines too. */
export const expectSame = async (
  other: Pick<Host, 'reply'>,
  local: Host,
  questions: readonly Request[],
): Promise<void> => {
  for (let from = 0; from < questions.length; from += 8) {
    const some = questions.slice(from, from + 8);
    const replies = (host: Pick<Host, 'reply'>) =>
      Promise.all(some.map(async (request) => ({ request, reply: await host.reply(request) })));
    expect(await replies(other)).toEqual(await replies(local));
  }
};
