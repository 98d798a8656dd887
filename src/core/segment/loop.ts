import type { Diagnosis } from '../types.ts';
import type { Segments } from './attempts.ts';

/** A restart loop: two or more failed attempts without health between, or systemd's own word for it. */
export const loopOf = ({ spans, gaveUp, retrying }: Segments): Diagnosis['loop'] => {
  const start = spans.findLastIndex(({ result }) => result === 'started' || result === 'stopped') + 1;
  const failed = spans.slice(start).filter(({ result, real }) => result === 'failed' && real);
  if (failed.length === 0 || (failed.length < 2 && !gaveUp && !retrying)) return undefined;
  const from = failed[0]?.start ?? failed[0]?.end;
  const to = failed.at(-1)?.end;
  return { attempts: failed.length, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
};
