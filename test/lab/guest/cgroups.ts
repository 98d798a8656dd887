import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/** The guest's own groups, which become the roots of its cgroup namespace. */
export const cgroupsOf = (name: string, kind: Kind): readonly string[] =>
  [unified(), ...(kind === 'v1' ? controllersHere().map((one) => join(root, one)) : [])].map((parent) =>
    join(parent, `docker-why-lab-${name}`),
  );

export const makeCgroups = async (folders: readonly string[]): Promise<void> => {
  for (const folder of folders) {
    await mkdir(folder, { recursive: true });
    if (dirname(folder) === join(root, 'cpuset')) await copyCpuset(dirname(folder), folder);
  }
};

/** A group may go at any moment, with its last process or by another hand. */
const removeGroup = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory()) await removeGroup(join(folder, entry.name));
  await rmdir(folder).catch(() => undefined);
};

export const removeCgroups = async (folders: readonly string[]): Promise<void> => {
  for (const folder of folders) await removeGroup(folder);
};
