import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { basePath } from './base.ts';
import { type BootPlan, innerScript, outerScript } from './boot-script.ts';
import { LabError } from './can-run.ts';
import { cgroupsOf, controllersHere, makeCgroups } from './cgroups.ts';
import { down } from './down.ts';
import { shell } from './exec.ts';
import { ensureImage } from './image.ts';
import { raiseInotify } from './inotify.ts';
import { cacheDir } from './places.ts';
import { type Guest, guestDir, isAlive, markOf, type ProcessMark, readGuest, register } from './registry.ts';
import { isStopping } from './stopping.ts';
import { type Kind, type SuiteName, suites } from './suites.ts';

export interface UpOptions {
  readonly name: string;
  readonly suite: SuiteName;
  readonly kind: Kind;
  /** The guest dies with this process. */
  readonly owned: boolean;
  readonly tool?: { readonly node: string; readonly app: string };
}

const planOf = async (options: UpOptions): Promise<BootPlan> => {
  const base = basePath(suites[options.suite]);
  return {
    base,
    dir: guestDir(options.name),
    kind: options.kind,
    hostname: 'host1',
    cgroups: cgroupsOf(options.name, options.kind),
    controllers: controllersHere(),
    image: await ensureImage(base),
    bases: cacheDir(),
    ...(options.tool !== undefined && { tool: options.tool }),
    ...(options.suite === 'host' && { unit: 'docker.service' }),
  };
};

const writeScripts = async (plan: BootPlan): Promise<void> => {
  await mkdir(join(plan.dir, 't'), { recursive: true });
  await writeFile(join(plan.dir, 'outer.sh'), outerScript(plan));
  await writeFile(join(plan.dir, 'inner.sh'), innerScript(plan));
  await execa('mkfifo', [join(plan.dir, 'go')]);
};

/** Every program of the chain becomes the next one, so that one process keeps the guest. */
const startKeeper = ({ dir }: BootPlan, owned: boolean): number => {
  const log = openSync(join(dir, 'boot.log'), 'a');
  const chain = ['unshare', '--mount', 'bash', join(dir, 'outer.sh')];
  const [program = 'unshare', ...args] = owned ? ['setpriv', '--pdeathsig', 'KILL', ...chain] : chain;
  const keeper = spawn(program, args, { detached: true, stdio: ['ignore', log, log] });
  keeper.on('error', () => undefined);
  keeper.unref();
  if (keeper.pid === undefined) throw new LabError(`${program} does not start`);
  return keeper.pid;
};

const childOf = (pid: number): number | undefined => {
  try {
    return Number.parseInt(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
};

/** `unshare` only: the shell before it has children too. */
const isUnshare = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('unshare\0') && childOf(pid) !== undefined;
  } catch {
    return false;
  }
};

const bootLog = (dir: string): string => readFileSync(join(dir, 'boot.log'), 'utf8').trim();

const waitForInit = async (keeper: number, dir: string): Promise<number> => {
  const mark = markOf(keeper);
  for (let tries = 0; tries < 300; tries += 1) {
    if (isUnshare(keeper) && readFileSync(`/proc/${keeper}/cmdline`, 'utf8').includes('--kill-child'))
      return childOf(keeper) ?? 0;
    if (!isAlive(mark)) break;
    await sleep(50);
  }
  throw new LabError(`the guest does not boot: ${bootLog(dir) || 'no word from it'}`);
};

const letGo = async (init: number, { dir, kind }: BootPlan): Promise<void> => {
  if (kind === 'userns')
    for (const map of ['uid_map', 'gid_map']) await writeFile(`/proc/${init}/${map}`, '0 0 1000000');
  await writeFile(join(dir, 'go'), 'go\n');
};

const waitForSystemd = async (guest: Guest & { readonly init: ProcessMark }): Promise<void> => {
  const { init: mark } = guest;
  for (let tries = 0; tries < 300 && isAlive(mark); tries += 1) {
    const isSystemd = readFileSync(`/proc/${mark.pid}/comm`, 'utf8').trim() === 'systemd';
    const state = isSystemd ? (await shell(guest, 'systemctl is-system-running', 10)).stdout.trim() : '';
    if (state === 'running' || state === 'degraded') return;
    if (guest.suite === 'host' && (await shell(guest, 'systemctl is-active docker', 10)).stdout.trim() === 'active')
      return;
    await sleep(100);
  }
  throw new LabError(`systemd does not come up in ${guest.name}: ${bootLog(guest.dir)}`);
};

const boot = async (begun: Guest, plan: BootPlan): Promise<Guest> => {
  await raiseInotify();
  await makeCgroups(plan.cgroups);
  await writeScripts(plan);
  const pid = startKeeper(plan, begun.owner !== undefined);
  const kept = { ...begun, keeper: markOf(pid) };
  await register(kept);
  const guest = { ...kept, init: markOf(await waitForInit(pid, plan.dir)) };
  await register(guest);
  await letGo(guest.init.pid, plan);
  await waitForSystemd(guest);
  return guest;
};

/** Boots a guest and waits until its systemd is up. */
export const up = async (options: UpOptions): Promise<Guest> => {
  if (isStopping()) throw new LabError('the run is being stopped');
  if (existsSync(guestDir(options.name)))
    throw new LabError(`a guest named ${options.name} is there already: npm run lab -- down ${options.name}`);
  const plan = await planOf(options);
  const begun: Guest = {
    ...{ name: options.name, suite: options.suite, kind: options.kind, dir: plan.dir, cgroups: plan.cgroups },
    booter: markOf(process.pid),
    ...(options.owned && { owner: markOf(process.pid) }),
  };
  await register(begun);
  try {
    return await boot(begun, plan);
  } catch (error) {
    // as it stands on record by now, with the processes that were started
    await down(readGuest(options.name) ?? begun);
    throw error;
  }
};
