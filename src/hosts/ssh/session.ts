import { randomBytes } from 'node:crypto';
import { quoteArgv } from '../../core/shell-words.ts';
import { cleanRun } from '../environment.ts';
import type { Child } from '../shell/child.ts';

/** What a start-up file of the shell may print before our program does. */
const mostNoise = 64 * 1024;

/** The bytes of a program's stdout in a session of its own; what came before the nonce is noise. */
export async function* outputIn(child: Child, argv: readonly string[]): AsyncIterable<Uint8Array> {
  const nonce = `${randomBytes(12).toString('hex')}\n`;
  const run = `exec ${cleanRun} ${quoteArgv(argv)} </dev/null`;
  child.stdin.on('error', () => undefined);
  // in braces it is read whole before any of it is run
  child.stdin.end(`{ echo ${nonce.trimEnd()}; ${run}; }\n`);
  let before: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    if (before === undefined) {
      yield chunk;
      continue;
    }
    before = Buffer.concat([before, chunk]);
    const at = before.indexOf(nonce);
    if (at === -1 && before.length > mostNoise) return;
    if (at === -1) continue;
    const rest = before.subarray(at + nonce.length);
    before = undefined;
    if (rest.length > 0) yield rest;
  }
}
