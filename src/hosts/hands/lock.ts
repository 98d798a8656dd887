import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MendError } from '../../errors.ts';

/** When a process began, in clock ticks since the boot (field 22 of proc_pid_stat(5)): a pid may be somebody else's by now. */
const beginOf = async (pid: number): Promise<string | undefined> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
};

const isHeld = async (path: string): Promise<boolean> => {
  const [pid = '', begin] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ');
  const now = await beginOf(Number(pid));
  return now !== undefined && now === begin;
};

/** One fix at a time. Whoever died holding it holds it no more. */
export const takeLock = async (place: string): Promise<() => Promise<void>> => {
  const path = join(place, 'lock');
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(`${process.pid} ${(await beginOf(process.pid)) ?? ''}\n`);
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (await isHeld(path)) throw new MendError('another docker-why is mending this host', 'wait until it is done');
      await rm(path, { force: true });
    }
  }
  throw new MendError(`${path} cannot be taken`, 'is another docker-why running?');
};
