import { existsSync } from 'node:fs';
import { farGround } from '../../../src/hosts/hands/far/ground.ts';
import { ordersOver } from '../../../src/hosts/hands/far/orders.ts';
import type { Ground } from '../../../src/hosts/hands/ground.ts';
import { localGround } from '../../../src/hosts/hands/local-ground.ts';
import { type Child, startChild } from '../../../src/hosts/shell/child.ts';
import { sshHost } from '../../../src/hosts/ssh/index.ts';
import { noSshd, startSshd } from '../ssh/sshd.ts';

/** What hands may stand on. Each must bear all of what they do. */
export interface Kind {
  readonly name: string;
  /** Why it cannot be had here. */
  readonly missing?: string;
  /** The shell of one that is nothing else. */
  readonly argv?: readonly string[];
  readonly open: (place: string) => Promise<Ground>;
}

const closing: (() => Promise<void> | void)[] = [];

/** Ends what the grounds of a test file have started. */
export const closeGrounds = async (): Promise<void> => {
  for (const close of closing.splice(0).toReversed()) await close();
};

export const groundOver = async (child: Child, place: string): Promise<Ground> => {
  const orders = ordersOver(child, () => new Error('the shell is gone'));
  closing.push(orders.close);
  return farGround(orders, { name: 'there', way: ' --host ssh://there', place });
};

const shell = (name: string, argv: readonly [string, ...string[]]): Kind => ({
  name,
  argv,
  ...(!existsSync(argv[0]) && { missing: `${argv[0]} is not installed` }),
  open: async (place) => groundOver(await startChild(argv[0], argv.slice(1)), place),
});

let connection: ReturnType<typeof connect> | undefined;

const connect = async () => {
  const sshd = await startSshd();
  const host = await sshHost('ssh://lo', { command: 'ssh', args: ['-F', sshd.clientConfig()] });
  closing.push(sshd.stop, host.close);
  return host;
};

export const here: Kind = { name: 'here', open: async (place) => localGround({ DOCKER_WHY_STATE: place }) };

export const overSsh: Kind = {
  name: 'over ssh',
  ...(noSshd !== undefined && { missing: noSshd }),
  open: async (place) => {
    connection ??= connect();
    return groundOver(await (await connection).session(), place);
  },
};

/** Shells that may be the `sh` of a host. */
export const shells: readonly Kind[] = [
  shell('in dash', ['/bin/dash']),
  shell('in bash', ['/bin/bash', '--posix']),
  shell('in busybox', ['/usr/bin/busybox', 'sh']),
];

export const kinds: readonly Kind[] = [here, overSsh];

/** The name of its tests: why they are left out stands in it. */
export const titleOf = ({ name, missing }: Kind): string =>
  missing === undefined ? name : `${name} (skipped: ${missing})`;
