import { type Dirent, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { within } from '../core/within.ts';
import { fileSources } from './files.ts';
import type { Source } from './source.ts';

/** Where a path of a root really lies; links in it never lead out of it. */
const placeIn = (root: string, path: string): string | undefined => {
  const walk = within(path);
  let step = walk.next();
  while (step.done !== true) {
    let link: string | undefined;
    try {
      link = readlinkSync(join(root, step.value));
    } catch {
      link = undefined;
    }
    step = walk.next(link);
  }
  return step.value === undefined ? undefined : join(root, step.value);
};

const listed = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

/** For `journalctl -D`: nothing where there is no journal, or where links in it could lead out of the root. */
export const journalFolderOf = (root: string): string | undefined => {
  const folder = placeIn(root, '/var/log/journal');
  if (folder === undefined) return undefined;
  const machines = listed(folder);
  const files = machines.filter((entry) => entry.isDirectory()).flatMap(({ name }) => listed(join(folder, name)));
  const all = [...machines, ...files];
  if (all.some((entry) => entry.isSymbolicLink())) return undefined;
  return all.some(({ name }) => /\.journal~?$/.test(name)) ? folder : undefined;
};

/** Each line: one log, its older part first. */
const logs: readonly (readonly string[])[] = [
  ['/var/log/syslog.1', '/var/log/syslog'],
  ['/var/log/messages.1', '/var/log/messages'],
  ['/var/log/daemon.log.1', '/var/log/daemon.log'],
  ['/var/log/upstart/docker.log'],
  ['/var/log/docker.log'],
];

const isFile = (path: string): boolean => {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
};

async function* joined(sources: readonly Source[]): AsyncIterable<Uint8Array> {
  for (const source of sources) yield* source.chunks();
}

/** What a sosreport kept of the journal, and of docker in it. */
const reportFolders = ['/sos_commands/docker', '/sos_commands/logs'];

const reportLogs = (root: string): readonly (readonly string[])[] =>
  reportFolders.flatMap((folder) => {
    const at = placeIn(root, folder);
    if (at === undefined) return [];
    return listed(at)
      .filter((entry) => entry.isFile() && /^journalctl_.*(?:docker|no-pager$|boot$)/.test(entry.name))
      .map(({ name }) => [`${folder}/${name}`])
      .sort();
  });

/** The text logs of a root that may speak of Docker, where it has no journal that can be read. */
export const rootSources = (root: string): readonly Source[] =>
  [...reportLogs(root), ...logs].flatMap((paths) => {
    const files = paths
      .map((path) => placeIn(root, path))
      .filter((path) => path !== undefined)
      .filter(isFile);
    const last = files.at(-1);
    if (last === undefined) return [];
    const parts = files.flatMap((path) => fileSources(path));
    return [{ name: last, chunks: () => joined(parts) }];
  });
