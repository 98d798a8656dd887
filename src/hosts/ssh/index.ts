import { InputError } from '../../errors.ts';
import type { Host, Printed } from '../host.ts';
import { mayRun } from '../programs.ts';
import type { Child } from '../shell/child.ts';
import { shellReply } from '../shell/index.ts';
import { type Connection, connect, type Program } from './connect.ts';
import { connectionError } from './failure.ts';
import { outputIn } from './session.ts';
import { nameOf, parseTarget, type Target } from './target.ts';

export interface SshHost extends Host {
  /** The bytes that a reading program prints there, as they come. */
  readonly output: (argv: readonly string[]) => AsyncIterable<Uint8Array>;
  readonly run: (argv: readonly string[]) => Promise<Printed | undefined>;
  readonly session: () => Promise<Child>;
  readonly isGone: () => boolean;
}

const opened = async ({ session }: Connection, argv: readonly string[]): Promise<Child> => {
  if (!mayRun(argv))
    throw new InputError(`${argv[0] ?? ''} is not run on another host`, 'it is not known to only read');
  return session();
};

async function* outputOf(
  connection: Connection,
  target: Target,
  argv: readonly string[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const child = await opened(connection, argv);
  try {
    yield* outputIn(child, argv);
    const code = await child.exited;
    if (code === 255) throw connectionError(target, child.stderr());
    if (code !== 0)
      throw new InputError(
        `${argv[0] ?? ''} failed on ${nameOf(target)}`,
        child.stderr().trim().split('\n').at(-1)?.slice(0, 200) || `it ended with status ${code}`,
      );
  } finally {
    child.kill();
  }
}

const runOn = async (connection: Connection, argv: readonly string[]): Promise<Printed | undefined> => {
  const child = await opened(connection, argv);
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of outputIn(child, argv)) chunks.push(chunk);
    const code = await child.exited;
    return code === undefined || code === 127 || code === 255
      ? undefined
      : { code, bytes: Buffer.concat(chunks), stderr: child.stderr() };
  } finally {
    child.kill();
  }
};

/**
 * Another machine, by the system's ssh with the person's own config, keys and known hosts. It
 * needs a POSIX sh and coreutils or busybox there; nothing is installed or written.
 */
export const sshHost = async (name: string, program: Program = { command: 'ssh', args: [] }): Promise<SshHost> => {
  const target = parseTarget(name);
  const connection = await connect(target, program);
  return {
    name: nameOf(target),
    address: name,
    kind: 'ssh',
    reply: (request) => shellReply(connection.talk, request),
    output: (argv) => outputOf(connection, target, argv),
    run: (argv) => runOn(connection, argv),
    session: connection.session,
    isGone: connection.isGone,
    close: connection.close,
  };
};
