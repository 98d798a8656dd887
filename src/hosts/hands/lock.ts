import { randomBytes } from 'node:crypto';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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

/** `pid.begin`, of a process that lives. */
const isAlive = async (holder: string): Promise<boolean> => {
  const [pid = '', begin] = holder.trim().split('.');
  const now = await beginOf(Number(pid));
  return now !== undefined && now === begin;
};

const contentOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Puts a lock aside whose holder has died, unless somebody else has done so meanwhile and holds it now. */
const putAside = async (path: string, dead: string, aside: string): Promise<void> => {
  await rename(path, aside).catch(() => {});
  if ((await contentOf(aside)) !== dead) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
};

/** What others left who died while they took the lock. */
const sweep = async (place: string): Promise<void> => {
  for (const name of await readdir(place))
    if (name.startsWith('lock.') && !(await isAlive(name.slice('lock.'.length))))
      await rm(join(place, name), { force: true });
};

/** One fix at a time. Whoever died holding it holds it no more. */
export const takeLock = async (place: string): Promise<() => Promise<void>> => {
  const path = join(place, 'lock');
  const holder = `${process.pid}.${(await beginOf(process.pid)) ?? ''}`;
  const mine = join(place, `lock.${holder}.${randomBytes(4).toString('hex')}`);
  try {
    await writeFile(mine, holder, { flag: 'wx', mode: 0o600 });
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        // a link is there at once and with its content
        await link(mine, path);
        await sweep(place);
        return () => rm(path, { force: true });
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
      const held = await contentOf(path);
      if (await isAlive(held)) throw new MendError('another docker-why is mending this host', 'wait until it is done');
      await putAside(path, held, `${mine}.dead`);
    }
  } finally {
    await rm(mine, { force: true });
  }
  throw new MendError(`${path} cannot be taken`, 'is another docker-why running?');
};
