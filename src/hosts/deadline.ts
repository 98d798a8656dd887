import type { Reply, Request } from '../core/types.ts';
import { deadline, farDeadline, type Host, unknown } from './host.ts';

/**
 * The same host, which is never waited for: each reply has `deadline` milliseconds, and all of
 * them together `budget`. What hangs (a dead NFS mount, a frozen daemon) is left behind.
 */
export const withDeadline = (host: Host, budget: number): Host => {
  const each = host.kind === 'ssh' ? farDeadline : deadline;
  const end = performance.now() + budget;
  const reply = (request: Request): Promise<Reply> => {
    const left = Math.min(each, end - performance.now());
    if (left <= 0) return Promise.resolve(unknown('timeout'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(unknown('timeout')), left);
      host.reply(request).then(
        (value) => {
          clearTimeout(timer);
          resolve(value);
        },
        (error: unknown) => {
          clearTimeout(timer);
          reject(error);
        },
      );
    });
  };
  return { ...host, reply };
};
