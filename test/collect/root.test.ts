import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { journalFolderOf, rootSources } from '../../src/collect/root.ts';
import type { Source } from '../../src/collect/source.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const makeRoot = (files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'logs-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(target, join(folder, path));
  }
  return folder;
};

const textOf = async ({ chunks }: Source): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks()) parts.push(chunk);
  return Buffer.concat(parts).toString();
};

test('text logs, the older part first', async () => {
  const root = makeRoot({
    '/var/log/syslog': 'new\n',
    '/var/log/syslog.1': 'old\n',
    '/var/log/upstart/docker.log': 'upstart\n',
    '/var/log/auth.log': 'no\n',
  });
  const sources = rootSources(root);
  expect(sources.map(({ name }) => name)).toEqual([
    join(root, '/var/log/syslog'),
    join(root, '/var/log/upstart/docker.log'),
  ]);
  expect(await Promise.all(sources.map(textOf))).toEqual(['old\nnew\n', 'upstart\n']);
});

test('what a sosreport kept of the journal', () => {
  const root = makeRoot({
    '/sos_commands/docker/journalctl_--no-pager_--unit_docker': 'x',
    '/sos_commands/logs/journalctl_--no-pager': 'x',
    '/sos_commands/logs/journalctl_--disk-usage': 'x',
  });
  expect(rootSources(root).map(({ name }) => name.slice(root.length))).toEqual([
    '/sos_commands/docker/journalctl_--no-pager_--unit_docker',
    '/sos_commands/logs/journalctl_--no-pager',
  ]);
});

test('links in it do not lead to the logs of this machine', () => {
  const outside = makeRoot({ '/syslog': 'ours\n', '/journal/m/system.journal': '' });
  const root = makeRoot(
    {},
    { '/var/log/syslog': join(outside, 'syslog'), '/var/log/journal': join(outside, 'journal') },
  );
  expect(rootSources(root)).toEqual([]);
  expect(journalFolderOf(root)).toBeUndefined();
  const inner = makeRoot({}, { '/var/log/journal/m': join(outside, 'journal/m') });
  expect(journalFolderOf(inner)).toBeUndefined();
  const file = makeRoot({}, { '/var/log/journal/m/system.journal': join(outside, 'journal/m/system.journal') });
  expect(journalFolderOf(file)).toBeUndefined();
});

test('the journal, where there is one', () => {
  const root = makeRoot({ '/disk/journal/m/system.journal': '' }, { '/var/log/journal': '/disk/journal' });
  expect(journalFolderOf(root)).toBe(join(root, '/disk/journal'));
  expect(journalFolderOf(makeRoot({ '/var/log/journal/m/x': '' }))).toBeUndefined();
  expect(journalFolderOf(makeRoot({}))).toBeUndefined();
});
