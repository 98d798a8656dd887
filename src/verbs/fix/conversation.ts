import type { World } from '../../world.ts';

/** Somebody sits there and can answer: never on a pipe, never in CI. */
export const isConversation = ({ stdin, stdout, env }: World): boolean =>
  stdin.isTTY === true && stdout.isTTY === true && (env['CI'] ?? '') === '' && env['TERM'] !== 'dumb';
