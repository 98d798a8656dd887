import type { Entry } from '../types.ts';
import { isBare } from './entry.ts';

/** A wrapped or multi-line message goes on in at most this many lines. */
const mostLines = 3;

/** Mail and terminals wrap near these columns; a shorter bare line is a line of its own. */
const shortestWrapped = 60;

interface Waiting {
  readonly entry: Entry;
  readonly more: string[];
  closed: boolean;
}

export interface Continuation {
  readonly push: (entry: Entry) => void;
  /** A blank line, or something else that no message goes on over. */
  readonly breakOff: () => void;
}

/**
 * Gives each entry the bare lines that follow it. They stay entries too: nobody
 * knows whether they belong to it. Rules look at both readings.
 */
export const createContinuation = (onEntry: (entry: Entry) => void): Continuation => {
  const waiting: Waiting[] = [];

  const flush = (): void => {
    for (let first = waiting[0]; first?.closed === true; first = waiting[0]) {
      waiting.shift();
      onEntry(first.more.length === 0 ? first.entry : { ...first.entry, more: first.more });
    }
  };

  const push = (entry: Entry): void => {
    const bare = isBare(entry);
    for (const one of waiting) {
      if (bare && !one.closed) one.more.push(entry.text);
      one.closed ||= !bare || one.more.length >= mostLines;
    }
    const mayGoOn = !isBare(entry) || entry.text.length >= shortestWrapped;
    waiting.push({ entry, more: [], closed: !mayGoOn });
    flush();
  };

  const breakOff = (): void => {
    for (const one of waiting) one.closed = true;
    flush();
  };
  return { push, breakOff };
};
