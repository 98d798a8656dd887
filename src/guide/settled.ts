import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Inquiry } from '../core/ask/inquiry.ts';
import { type Scene, unitNamed } from '../core/ask/scene.ts';

/** One look at the unit: `active`, `failed` ... */
export function* activityOf(scene: Scene): Inquiry<string> {
  const session = scene.rootless === undefined ? [] : ['--user'];
  const reply = yield* ask({
    read: 'output',
    argv: ['systemctl', ...session, 'is-active', '--', unitNamed('docker.service', scene)],
  });
  return reply.known ? reply.stdout.trim() : 'unknown';
}

/** Does the daemon answer? */
export function* answersOf(): Inquiry<boolean> {
  const reply = yield* ask({ read: 'output', argv: ['docker', 'version', '--format', '{{.Server.Version}}'] });
  return reply.known && reply.code === 0 && reply.stdout.trim() !== '';
}

export type Conduct = <Result>(inquiry: Inquiry<Result>) => Promise<Result>;

export interface Patience {
  /** So long the unit must stay active; milliseconds. */
  readonly stable: number;
  /** So long it may take to get there; milliseconds. */
  readonly most: number;
}

const step = 500;

/** So long a unit may be `inactive` before it counts as down; milliseconds. */
const idle = 6000;

/**
 * Is Docker up, and does it stay up? A daemon in a restart loop is active for a moment in each
 * turn, so one look is none.
 */
export const staysUp = async (scene: Scene, conduct: Conduct, { stable, most }: Patience): Promise<boolean> => {
  const end = performance.now() + most;
  let since: number | undefined;
  let idleSince: number | undefined;
  while (performance.now() < end) {
    const activity = await conduct(activityOf(scene));
    if (activity === 'failed') return false;
    if (activity !== 'inactive') idleSince = undefined;
    else {
      idleSince ??= performance.now();
      // where only the socket was started, the first who asks starts the daemon
      if (!(await conduct(answersOf())) && performance.now() - idleSince >= idle) return false;
    }
    if (activity !== 'active') since = undefined;
    else since ??= performance.now();
    if (since !== undefined && performance.now() - since >= stable) return conduct(answersOf());
    await sleep(step);
  }
  return false;
};
