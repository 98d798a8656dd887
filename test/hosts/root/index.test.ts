import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { rootHost } from '../../../src/hosts/root/index.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const makeRoot = (files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'root-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(folder, path), text);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(target, join(folder, path));
  }
  return folder;
};

const whole = {
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n',
  '/usr/bin/sh': '',
  '/var/lib/dpkg/status': '',
  '/etc/docker/daemon.json': '{}',
};
const absent = { known: false, why: 'absent' };
const missing = { known: true, exists: false };

test('files are those of the root, wherever links and dots would lead', async () => {
  const outside = makeRoot({ '/secret': 'of this machine' });
  const folder = makeRoot(
    { ...whole, '/real/passwd': 'inside' },
    {
      '/etc/absolute': '/etc/passwd',
      '/etc/up': '../../../../../../etc/passwd',
      '/etc/out': `${outside}/secret`,
      '/out': outside,
      '/etc/circle': 'circle',
      '/etc/alternatives/x': '/real',
    },
  );
  const host = await rootHost(folder);
  const text = (path: string) => host.reply({ read: 'text', path });
  expect(await text('/etc/passwd')).toMatchObject({ text: whole['/etc/passwd'] });
  expect(await text('/etc/absolute')).toMatchObject({ text: whole['/etc/passwd'] });
  expect(await text('/etc/up')).toMatchObject({ text: whole['/etc/passwd'] });
  expect(await text('/../../etc/passwd')).toMatchObject({ text: whole['/etc/passwd'] });
  expect(await text('/etc/alternatives/x/passwd')).toMatchObject({ text: 'inside' });
  for (const path of ['/etc/out', '/out/secret'])
    expect(JSON.stringify(await text(path))).not.toContain('of this machine');
  expect(await text('/etc/circle')).toEqual({ known: false, why: 'unreadable' });
  expect(await text('/etc/a\0b')).toEqual({ known: false, why: 'unreadable' });
  expect(await host.reply({ read: 'stat', path: '/etc/absolute', link: true })).toMatchObject({ type: 'symlink' });
  expect(await host.reply({ read: 'stat', path: '/etc/absolute' })).toMatchObject({ type: 'file' });
  expect(await host.reply({ read: 'names', path: '/etc/docker' })).toMatchObject({ names: ['daemon.json'] });
});

test('in a whole root what is not there is missing, but for what lives in memory', async () => {
  const host = await rootHost(makeRoot(whole, { '/var/run': '/run' }));
  const stat = (path: string) => host.reply({ read: 'stat', path });
  expect(await stat('/etc/subuid')).toEqual(missing);
  expect(await stat('/etc/passwd/below')).toEqual(missing);
  for (const path of [
    '/proc/meminfo',
    '/sys/fs/cgroup',
    '/run/docker.sock',
    '/var/run/docker.pid',
    '/tmp/x',
    '/dev/kmsg',
  ])
    expect(await stat(path)).toEqual(absent);
});

test('a part of a root, as a sosreport is, does not tell what was left out', async () => {
  const host = await rootHost(
    makeRoot({ '/etc/passwd': '', '/proc/meminfo': 'MemTotal: 1 kB\n', '/sos_commands/x': '' }),
  );
  expect(await host.reply({ read: 'text', path: '/etc/subuid' })).toEqual(absent);
  expect(await host.reply({ read: 'text', path: '/proc/meminfo' })).toMatchObject({ text: 'MemTotal: 1 kB\n' });
  expect(await host.reply({ read: 'space', path: '/etc' })).toEqual(absent);
});

test('an unpacked folder lies on our disk: its free space is not that of its host', async () => {
  const host = await rootHost(makeRoot(whole));
  expect(await host.reply({ read: 'space', path: '/var/lib' })).toEqual(absent);
});

test('what fstab mounts and is not mounted here is not known', async () => {
  const fstab =
    '# x\nUUID=1 / ext4 defaults 0 1\nUUID=2 /var/lib/docker xfs defaults 0 2\n/dev/sdc1 /srv xfs x 0 0\nnone swap swap x\n';
  const host = await rootHost(makeRoot({ ...whole, '/etc/fstab': fstab, '/var/lib/docker/': '', '/srv/data': '' }));
  expect(await host.reply({ read: 'names', path: '/var/lib/docker' })).toEqual(absent);
  expect(await host.reply({ read: 'stat', path: '/var/lib/docker/overlay2' })).toEqual(absent);
  expect(await host.reply({ read: 'stat', path: '/var/lib/other' })).toEqual(missing);
  expect(await host.reply({ read: 'stat', path: '/srv/missing' })).toEqual(missing);
});

test('programs, variables and callers there are none', async () => {
  const host = await rootHost(makeRoot(whole));
  const notAsked = { known: false, why: 'not-asked' };
  expect(await host.reply({ read: 'output', argv: ['uname', '-r'] })).toEqual(notAsked);
  expect(await host.reply({ read: 'variable', name: 'PATH' })).toEqual(notAsked);
  expect(await host.reply({ read: 'caller' })).toEqual(notAsked);
});

test('a root that is not there, or is no folder', async () => {
  const folder = makeRoot({ '/file': '' });
  await expect(rootHost(join(folder, 'missing'))).rejects.toThrow(InputError);
  await expect(rootHost(join(folder, 'file'))).rejects.toThrow('is not a directory');
});

const mayMount = ((): boolean => {
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
})();

test.runIf(mayMount)('of a mounted disk the space is known, of a /proc mounted into it nothing', async () => {
  const folder = makeRoot({});
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'disk', folder]);
  try {
    for (const [path, text] of Object.entries(whole)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    mkdirSync(join(folder, 'proc'));
    execFileSync('mount', ['--bind', '/proc', join(folder, 'proc')]);
    const host = await rootHost(folder);
    expect(await host.reply({ read: 'space', path: '/var/lib' })).toMatchObject({ size: 8 * 1024 * 1024 });
    expect(await host.reply({ read: 'text', path: '/proc/meminfo' })).toEqual(absent);
  } finally {
    execFileSync('umount', ['-R', folder]);
  }
});
