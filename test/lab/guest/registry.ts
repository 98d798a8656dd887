import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runDir } from './places.ts';
import type { Kind, SuiteName } from './suites.ts';

/** A process by its id and the moment it began: an id alone may be somebody else's by now. */
export interface ProcessMark {
  readonly pid: number;
  readonly began: string;
}

/** One guest, as it stands in its folder's guest.json. */
export interface Guest {
  readonly name: string;
  readonly suite: SuiteName;
  readonly kind: Kind;
  readonly dir: string;
  /** The process that boots it: the guest is on record before the first thing is made for it. */
  readonly booter: ProcessMark;
  /** unshare, which dies with the guest, and takes it along when it dies; a boot that was cut short has none. */
  readonly keeper?: ProcessMark;
  /** The guest's systemd, as seen from outside. */
  readonly init?: ProcessMark;
  /** The run that it belongs to; a guest without an owner stays until `down`. */
  readonly owner?: ProcessMark;
  readonly cgroups: readonly string[];
}

const beganAt = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
};

export const markOf = (pid: number): ProcessMark => ({ pid, began: beganAt(pid) ?? 'gone' });
export const isAlive = ({ pid, began }: ProcessMark): boolean => beganAt(pid) === began;

export const guestDir = (name: string): string => join(runDir, name);

export const register = async (guest: Guest): Promise<void> => {
  await mkdir(guest.dir, { recursive: true });
  await writeFile(join(guest.dir, 'guest.json'), `${JSON.stringify(guest, null, 1)}\n`);
};

export const readGuest = (name: string): Guest | undefined => {
  try {
    return JSON.parse(readFileSync(join(guestDir(name), 'guest.json'), 'utf8')) as Guest;
  } catch {
    return undefined;
  }
};

export const allGuests = async (): Promise<readonly Guest[]> => {
  if (!existsSync(runDir)) return [];
  const names = (await readdir(runDir)).sort();
  return names.flatMap((name) => readGuest(name) ?? []);
};

export const findGuest = async (name?: string): Promise<Guest | undefined> => {
  const alive = (await allGuests()).filter(({ init }) => init !== undefined && isAlive(init));
  return alive.find((guest) => (name === undefined ? guest.owner === undefined : guest.name === name));
};
