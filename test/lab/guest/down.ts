import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeCgroups } from './cgroups.ts';
import { restoreInotify } from './inotify.ts';
import { copyPrefix, runDir } from './places.ts';
import { allGuests, type Guest, isAlive, type ProcessMark } from './registry.ts';

const kill = (mark: ProcessMark): void => {
  try {
    if (isAlive(mark)) process.kill(mark.pid, 'SIGKILL');
  } catch {
    // gone between the look and the kill
  }
};

/** A guest that cannot be killed (a process hangs in the kernel) must not hold up the rest. */
const waitGone = async (marks: readonly ProcessMark[]): Promise<void> => {
  for (let tries = 0; tries < 100 && marks.some(isAlive); tries += 1) await sleep(50);
};

/** Mounts live in the guest's own namespaces and go with its last process. */
export const down = async (guest: Guest): Promise<void> => {
  const marks = [guest.init, guest.keeper].filter((mark) => mark !== undefined);
  for (const mark of marks) kill(mark);
  await waitGone(marks);
  await removeCgroups(guest.cgroups);
  await rm(guest.dir, { recursive: true, force: true, maxRetries: 5 });
  if ((await allGuests()).length === 0) await restoreInotify();
};

const isLeftover = (guest: Guest): boolean =>
  !isAlive(guest.keeper ?? guest.booter) || (guest.owner !== undefined && !isAlive(guest.owner));

export const dropOwnCopy = (): Promise<void> =>
  rm(join(runDir, `${copyPrefix}${process.pid}`), { recursive: true, force: true });

const dropOldCopies = async (): Promise<void> => {
  for (const entry of existsSync(runDir) ? await readdir(runDir) : []) {
    const pid = entry.startsWith(copyPrefix) ? entry.slice(copyPrefix.length) : undefined;
    if (pid !== undefined && !existsSync(`/proc/${pid}`))
      await rm(join(runDir, entry), { recursive: true, force: true });
  }
};

/** What a crash left: guests that died, guests whose run died, copies of what they tested. */
export const reap = async (): Promise<readonly string[]> => {
  const leftovers = (await allGuests()).filter(isLeftover);
  for (const guest of leftovers) await down(guest);
  await dropOldCopies();
  return leftovers.map(({ name }) => name);
};

export const downAll = async (): Promise<readonly string[]> => {
  const guests = await allGuests();
  for (const guest of guests) await down(guest);
  await dropOldCopies();
  return guests.map(({ name }) => name);
};
