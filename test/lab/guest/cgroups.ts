import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kind } from './suites.ts';

const root = '/sys/fs/cgroup';
const v1Controllers = ['cpu', 'cpuacct', 'cpuset', 'memory', 'devices', 'freezer', 'blkio', 'pids', 'systemd'];

/** The v1 hierarchies of this machine that a guest may mount. */
export const controllersHere = (): readonly string[] =>
  v1Controllers.filter((name) => existsSync(join(root, name, 'cgroup.procs')));

const unified = (): string => (existsSync(join(root, 'unified/cgroup.procs')) ? join(root, 'unified') : root);

/** A new cpuset may hold no process before it has cpus and memory nodes. */
const copyCpuset = async (from: string, to: string): Promise<void> => {
  for (const file of ['cpuset.cpus', 'cpuset.mems'])
    await writeFile(join(to, file), readFileSync(join(from, file), 'utf8'));
};

/** Makes the guest's own groups, which become the roots of its cgroup namespace. */
export const makeCgroups = async (name: string, kind: Kind): Promise<readonly string[]> => {
  const parents = [unified(), ...(kind === 'v1' ? controllersHere().map((one) => join(root, one)) : [])];
  const folders = parents.map((parent) => join(parent, `docker-why-lab-${name}`));
  for (const [index, folder] of folders.entries()) {
    await mkdir(folder, { recursive: true });
    if (parents[index]?.endsWith('/cpuset')) await copyCpuset(join(root, 'cpuset'), folder);
  }
  return folders;
};

const removeGroup = async (folder: string): Promise<void> => {
  if (!existsSync(folder)) return;
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await removeGroup(join(folder, entry.name));
  await rmdir(folder).catch(() => undefined);
};

export const removeCgroups = async (folders: readonly string[]): Promise<void> => {
  for (const folder of folders) await removeGroup(folder);
};
