import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { farDeadline } from '../host.ts';
import { type Child, startChild } from '../shell/child.ts';
import { type Talk, talkOver } from '../shell/talk.ts';
import { connectionError } from './failure.ts';
import type { Target } from './target.ts';

/** Which ssh, and what it is told before everything else: tests have a config of their own. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

export interface Connection {
  readonly talk: Talk;
  /** Another session over the same connection, with a shell that reads its stdin. */
  readonly session: () => Promise<Child>;
  readonly isGone: () => boolean;
  readonly close: () => Promise<void>;
}

/** A login that asks takes as long as the person does; a shell that was let in has this long; milliseconds. */
const shellPatience = 30_000;

/**
 * Ctrl-C on a terminal reaches ssh too, and would cut the connection in the middle of a change.
 * Whether to stop is for docker-why to say, and ssh ends with it. This is for the one that may have
 * to ask for a password on that terminal; a further session heeds Ctrl-C whatever it is told, asks
 * for nothing, and has no part of the terminal.
 */
const shielded = `trap '' INT HUP; exec "$0" "$@"`;

/** What the person's config may say of forwarding, commands and terminals has no place here. */
const quiet = [
  '-T',
  '-x',
  '-a',
  ...['ClearAllForwardings=yes', 'RemoteCommand=none', 'PermitLocalCommand=no', 'LogLevel=ERROR'].flatMap((option) => [
    '-o',
    option,
  ]),
  ...['ConnectTimeout=10', 'ServerAliveInterval=5', 'ServerAliveCountMax=2'].flatMap((option) => ['-o', option]),
];

const destination = ({ host, user, port }: Target): readonly string[] => [
  ...(user === undefined ? [] : ['-l', user]),
  ...(port === undefined ? [] : ['-p', port]),
  '--',
  host,
];

/** A connection that the person keeps open already: then no one is asked to log in again. */
const hasOwnMaster = async (program: Program, target: Target): Promise<boolean> => {
  const check = await startChild(program.command, [...program.args, '-O', 'check', ...destination(target)]);
  const code = await check.exited;
  check.kill();
  return code === 0;
};

const waitForShell = async (child: Child, talk: Talk, loggedIn: () => boolean, target: Target): Promise<void> => {
  let since: number | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const silent = new Promise<'silent'>((resolve) => {
    timer = setInterval(() => {
      if (since === undefined && loggedIn()) since = performance.now();
      if (since !== undefined && performance.now() - since > shellPatience) resolve('silent');
    }, 200);
  });
  const outcome = await Promise.race([talk.ready.then(() => 'ready' as const), child.exited, silent]);
  clearInterval(timer);
  if (outcome !== 'ready') throw connectionError(target, child.stderr());
};

/**
 * One login, and everything over it. The first ssh is the master of the connection and carries
 * the shell; when it ends, by close() or because this process is gone, nothing is left.
 */
export const connect = async (target: Target, program: Program): Promise<Connection> => {
  const own = await hasOwnMaster(program, target);
  // 0700, and short: a socket's path has 104 bytes, of which ssh takes 17 for itself
  const folder = mkdtempSync(join(tmpdir().length > 60 ? '/tmp' : tmpdir(), 'docker-why-ssh-'));
  const socket = join(folder, 's');
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clean);
  const control = (master: 'yes' | 'no'): readonly string[] =>
    own ? [] : ['-o', `ControlMaster=${master}`, '-o', `ControlPath=${socket}`, '-o', 'ControlPersist=no'];
  const start = (master: 'yes' | 'no'): Promise<Child> => {
    const args = [...program.args, ...control(master), ...quiet, ...destination(target), 'sh'];
    return startChild('sh', ['-c', shielded, program.command, ...args], own || master === 'no');
  };

  const child = await start('yes');
  let gone = false;
  void child.exited.then(() => {
    gone = true;
  });
  const talk = talkOver(child, farDeadline);
  const close = async (): Promise<void> => {
    talk.close();
    child.kill();
    process.off('exit', clean);
    // its own socket it takes away itself; the folder goes in any case
    await Promise.race([child.exited, new Promise((resolve) => setTimeout(resolve, 500).unref())]);
    clean();
  };
  try {
    await waitForShell(child, talk, () => own || existsSync(socket), target);
  } catch (error) {
    await close();
    throw error;
  }
  return { talk, session: () => start('no'), isGone: () => gone, close };
};
