import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { MendError } from '../../errors.ts';
import { codeOf, type Ground, orNothing } from './ground.ts';

const contentOf = async (ground: Ground, path: string): Promise<string> =>
  new TextDecoder().decode(await orNothing(ground.read(path), new Uint8Array()));

/** When a process began, in clock ticks since the boot (field 22 of proc_pid_stat(5)): a pid may be somebody else's by now. */
const beginOf = async (ground: Ground, pid: number): Promise<string | undefined> => {
  const stat = await contentOf(ground, `/proc/${pid}/stat`);
  return stat === '' ? undefined : stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
};

/** `pid.begin`, of a process that lives. */
const isAlive = async (ground: Ground, holder: string): Promise<boolean> => {
  const [pid = '', begin] = holder.trim().split('.');
  const now = await beginOf(ground, Number(pid));
  return now !== undefined && now === begin;
};

/** Puts a lock aside whose holder has died, unless somebody else has done so meanwhile and holds it now. */
const putAside = async (ground: Ground, path: string, dead: string, aside: string): Promise<void> => {
  await orNothing(ground.rename(path, aside), undefined);
  if ((await contentOf(ground, aside)) !== dead) await orNothing(ground.link(aside, path), undefined);
  await ground.remove(aside);
};

/** What others left who died while they took the lock. */
const sweep = async (ground: Ground): Promise<void> => {
  const { place } = ground;
  for (const name of await ground.names(place))
    if (name.startsWith('lock.') && !(await isAlive(ground, name.slice('lock.'.length))))
      await ground.remove(join(place, name));
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
      if (await isAlive(ground, held))
        throw new MendError('another docker-why is mending this host', 'wait until it is done');
      await putAside(ground, path, held, `${mine}.dead`);
    }
  } finally {
    await ground.remove(mine);
  }
  throw new MendError(`${path} cannot be taken`, 'is another docker-why running?');
};
