import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runDir } from './places.ts';

/** All guests share one limit of inotify instances with the machine; at 128 the third systemd fails. */
const key = '/proc/sys/fs/inotify/max_user_instances';
const wanted = 1024;
const saved = join(runDir, 'inotify-before');

export const raiseInotify = async (): Promise<void> => {
  const before = readFileSync(key, 'utf8').trim();
  if (Number(before) >= wanted) return;
  await mkdir(runDir, { recursive: true });
  if (!existsSync(saved)) await writeFile(saved, before);
  await writeFile(key, String(wanted));
};

export const restoreInotify = async (): Promise<void> => {
  if (!existsSync(saved)) return;
  await writeFile(key, readFileSync(saved, 'utf8'));
  await rm(saved);
};
