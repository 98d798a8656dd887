import type { Reply, Request } from '../core/types.ts';
import { deadline, farDeadline, type Host, unknown } from './host.ts';

/** A host that answers, however slowly, is listened to for so long; milliseconds. */
const mostPatience = 10_000;

/**
 * The same host, which is never waited for: each reply has `deadline` milliseconds, and once one
 * has not come in time, all of them together `budget`. What hangs (a dead NFS mount, a frozen
 * daemon) is left behind; a machine on its knees that still answers is not.
 */
export const withDeadline = (host: Host, budget: number): Host => {
  const each = host.kind === 'ssh' ? farDeadline : deadline;
  const begin = performance.now();
  let most = Math.max(budget, mostPatience);
  const waiting = new Set<() => void>();
  const left = (): number => begin + most - performance.now();

  const hung = (): void => {
    if (most === budget) return;
    most = budget;
    const giveUp = (): void => {
      for (const one of waiting) one();
    };
    setTimeout(giveUp, Math.max(0, left())).unref();
  };

  const reply = (request: Request): Promise<Reply> => {
    const limit = Math.min(each, left());
    if (limit <= 0) return Promise.resolve(unknown('timeout'));
    return new Promise((resolve, reject) => {
      const settled = (): void => {
        waiting.delete(giveUp);
        clearTimeout(timer);
      };
      const giveUp = (): void => {
        settled();
        resolve(unknown('timeout'));
        hung();
      };
      const timer = setTimeout(giveUp, limit);
      waiting.add(giveUp);
      host.reply(request).then(resolve, reject).finally(settled);
    });
  };
  return { ...host, reply };
};
