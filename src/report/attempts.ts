import type { Attempt, Diagnosis } from '../core/types.ts';
import { counted } from './words.ts';

/** `between Nov 24 14:07:43 and 14:07:45`: the words that both times share are said once. */
const span = (from: string | undefined, to: string | undefined): string => {
  if (from === undefined) return '';
  if (to === undefined || to === from) return ` at ${from}`;
  const first = from.split(' ');
  const last = to.split(' ');
  const shared = first.findIndex((word, at) => word !== last[at]);
  return ` between ${from} and ${last.slice(Math.max(0, shared)).join(' ')}`;
};

const nameOf = (attempt: Attempt | undefined): string =>
  attempt === undefined || /^docker(?:\.service)?$/.test(attempt.unit) ? 'Docker' : attempt.unit;

/** `exit-code` says no more than `status=1/FAILURE` does. */
const words = ({ reason, status }: Attempt): string => {
  const all = [status, reason === 'exit-code' && status !== undefined ? undefined : reason].filter(Boolean);
  return all.length === 0 ? '' : ` (${all.join(', ')})`;
};

/** What the failed starts were, in one sentence; nothing where none is seen. */
export const attemptSentence = ({ attempts, loop }: Diagnosis): string => {
  const failed = attempts.filter(({ result }) => result === 'failed');
  const last = failed.at(-1);
  const after = attempts.at(-1)?.result === 'started' ? ' Then it came up.' : '';
  if (loop !== undefined) {
    const how = attempts.slice(0, -1).every(({ result }) => result !== 'started')
      ? 'each failed'
      : 'and failed again and again';
    const status = last === undefined ? '' : words(last);
    if (loop.attempts === 1) {
      return `${nameOf(last)} was started in a restart loop; one attempt is in this log${span(loop.from, loop.to)}, it failed${status}.${after}`;
    }
    return `${nameOf(last)} was started ${counted(loop.attempts, 'time')}${span(loop.from, loop.to)}, ${how}${status}.${after}`;
  }
  if (last === undefined) return '';
  const times =
    failed.length > 1
      ? `${counted(failed.length, 'start')} of ${nameOf(last)} failed, the last`
      : `${nameOf(last)} was started`;
  return `${times}${span(last.start, last.end)}${failed.length > 1 ? '' : ', and failed'}${words(last)}.${after}`;
};
