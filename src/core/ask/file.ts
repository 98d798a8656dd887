import type { Missing, Text, Unknown } from '../types.ts';
import { ask, type Inquiry } from './inquiry.ts';

/** The content of a file; '' where it is not there, and undefined where that cannot be known. */
export function* textOf(path: string): Inquiry<string | undefined> {
  const reply: Text | Missing | Unknown = yield* ask({ read: 'text', path });
  if (!reply.known) return undefined;
  return reply.exists ? reply.text : '';
}

/** What a program prints, where it could be run and succeeded. */
export function* outputOf(argv: readonly string[]): Inquiry<string | undefined> {
  const reply = yield* ask({ read: 'output', argv });
  return reply.known && reply.code === 0 ? reply.stdout : undefined;
}

/** Where a symbolic link leads is followed by the host itself; this tells only whether something is there. */
export function* isThere(path: string): Inquiry<boolean | undefined> {
  const reply = yield* ask({ read: 'stat', path });
  return reply.known ? reply.exists : undefined;
}
