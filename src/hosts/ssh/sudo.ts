import { randomBytes } from 'node:crypto';
import type { Child } from '../shell/child.ts';

/** A shell of root's, or why there is none: sudo wants a password, or says something else. */
export type Risen = { readonly shell: Child } | { readonly refused: 'password' | 'other'; readonly said: string };

/** sudo may look into a directory of users that answers slowly; milliseconds. */
const patience = 30_000;

const wantsPassword = /password is required|authentication is required|terminal is required/i;

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.slice(0, 200) ?? '';

/** Waits until a text stands in what comes, or the shell has ended. */
const seen = (child: Child, text: string, alsoIn: () => string): Promise<'stdout' | 'asked' | 'ended'> =>
  new Promise((resolve) => {
    let come = '';
    const listen = (chunk: Buffer): void => {
      come = (come + chunk.toString('latin1')).slice(-4096);
      if (come.includes(`${text} in`)) settle('stdout');
    };
    const look = setInterval(() => {
      if (alsoIn().includes(`${text} asks`)) settle('asked');
    }, 50);
    const late = setTimeout(() => settle('ended'), patience);
    const settle = (how: 'stdout' | 'asked' | 'ended'): void => {
      clearInterval(look);
      clearTimeout(late);
      child.stdout.off('data', listen);
      resolve(how);
    };
    child.stdout.on('data', listen);
    // what it said last may still be on its way
    void child.exited.then(() => setTimeout(() => settle('ended'), 100));
  });

/**
 * The session's shell becomes sudo, which becomes a shell of root's. Nothing is sent after it
 * before that one has said so: the first shell might have read it.
 */
const become = (child: Child, nonce: string, flags: string): void => {
  child.stdin.on('error', () => undefined);
  child.stdin.write(`LC_ALL=C; export LC_ALL; exec sudo ${flags} -- sh -c 'echo "${nonce} in"; exec sh'\n`);
};

const refusedBy = (child: Child, nonce: string): Risen => {
  const said = lastLine(child.stderr().replaceAll(`${nonce} asks`, ''));
  child.kill();
  return { refused: wantsPassword.test(said) ? 'password' : 'other', said };
};

/** Without a question. */
export const sudoShell = async (session: () => Promise<Child>): Promise<Risen> => {
  const child = await session();
  const nonce = randomBytes(12).toString('hex');
  become(child, nonce, '-n');
  return (await seen(child, nonce, () => '')) === 'stdout' ? { shell: child } : refusedBy(child, nonce);
};

/**
 * With a password, which is written only once sudo has asked for it, so that no shell ever reads
 * it: -k makes it ask even where it would remember.
 */
export const sudoShellWith = async (session: () => Promise<Child>, password: string): Promise<Risen> => {
  const child = await session();
  const nonce = randomBytes(12).toString('hex');
  become(child, nonce, `-k -S -p '${nonce} asks'`);
  let how = await seen(child, nonce, child.stderr);
  if (how === 'asked') {
    child.stdin.write(`${password}\n`);
    const asked = child.stderr().length;
    how = await seen(child, nonce, () => child.stderr().slice(asked));
  }
  return how === 'stdout' ? { shell: child } : refusedBy(child, nonce);
};
