import { createHash, randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { MendError } from '../../errors.ts';
import { codeOf, type Ground, orNothing } from './ground.ts';

const contentOf = async (ground: Ground, path: string): Promise<string | undefined> => {
  const bytes = await orNothing(ground.read(path), undefined);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

/** When a process began, in clock ticks since the boot (field 22 of proc_pid_stat(5)): a pid may be somebody else's by now. */
const beginOf = async (ground: Ground, pid: number): Promise<string | undefined> => {
  const stat = await contentOf(ground, `/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
};

/** `pid.begin`, of a process that lives. */
const isAlive = async (ground: Ground, holder: string): Promise<boolean> => {
  const [pid = '', begin] = holder.trim().split('.');
  const now = await beginOf(ground, Number(pid));
  return now !== undefined && now === begin;
};

/**
 * Removes the lock of a holder that has died. Of all who want to only one does, who holds a lock
 * for just this; where that one has died as well, its lock goes first.
 */
const bury = async (ground: Ground, path: string, mine: string): Promise<void> => {
  const dead = await contentOf(ground, path);
  if (dead === undefined || (await isAlive(ground, dead))) return;
  const mark = createHash('sha256')
    .update(`${basename(path)}\n${dead}`)
    .digest('hex')
    .slice(0, 16);
  const spade = join(ground.place, `lock-${mark}`);
  try {
    await ground.link(mine, spade);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return bury(ground, spade, mine);
  }
  // nobody else takes it away from now on, and nobody can put another one in its place
  if ((await contentOf(ground, path)) === dead) await ground.remove(path);
  await ground.remove(spade);
};

/** What others left who died while they took the lock. */
const sweep = async (ground: Ground): Promise<void> => {
  const { place } = ground;
  for (const name of await ground.names(place)) {
    const holder = name.startsWith('lock.') ? name.slice('lock.'.length) : undefined;
    const held = name.startsWith('lock-') ? await contentOf(ground, join(place, name)) : holder;
    if (held !== undefined && !(await isAlive(ground, held))) await ground.remove(join(place, name));
  }
};

/** One fix at a time. Whoever died holding it holds it no more. */
export const takeLock = async (ground: Ground): Promise<() => Promise<void>> => {
  const { place, pid } = ground;
  const path = join(place, 'lock');
  const holder = `${pid}.${(await beginOf(ground, pid)) ?? ''}`;
  const mine = join(place, `lock.${holder}.${randomBytes(4).toString('hex')}`);
  try {
    await ground.writeNew(mine, new TextEncoder().encode(holder), 0o600);
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        // a link is there at once and with its content
        await ground.link(mine, path);
        await sweep(ground);
        return () => ground.remove(path);
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
      const held = await contentOf(ground, path);
      if (held !== undefined && (await isAlive(ground, held)))
        throw new MendError('another docker-why is mending this host', 'wait until it is done');
      await bury(ground, path, mine);
    }
  } finally {
    await ground.remove(mine);
  }
  throw new MendError(`${path} cannot be taken`, 'is another docker-why running?');
};
