import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** A whole process: its words, and what it reads. */
export interface Command {
  readonly argv: readonly string[];
  readonly stdin?: string;
}

/** Nothing of the caller's surroundings: certificates that are loaded at each start would flatter every ratio. */
const env = { PATH: process.env['PATH'], HOME: '/', LANG: 'C.UTF-8' };

/** Milliseconds from start to end. Exit codes are no matter: 1 is a cause that was found. */
const once = ({ argv: [program = '', ...args], stdin = '/dev/null' }: Command): number => {
  const input = openSync(stdin, 'r');
  const begin = performance.now();
  const { error, status } = spawnSync(program, args, { env, stdio: [input, 'ignore', 'ignore'] });
  const taken = performance.now() - begin;
  closeSync(input);
  if (error !== undefined || status === null || status > 3) throw new Error(`${program} ${args.join(' ')}: ${status}`);
  return taken;
};

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN;

export interface Times {
  /** Of both, milliseconds; and the median of the ratios of the rounds. */
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
}

/** Turn by turn, so that whatever else the machine does falls on both; the first turn warms up. */
export const compare = (ours: Command, theirs: Command, rounds: number): Times => {
  once(theirs);
  once(ours);
  const pairs = Array.from({ length: rounds }, () => {
    const [b, a] = [once(theirs), once(ours)];
    return { a, b };
  });
  return {
    ours: median(pairs.map(({ a }) => a)),
    theirs: median(pairs.map(({ b }) => b)),
    ratio: median(pairs.map(({ a, b }) => a / b)),
  };
};

/** Peak memory of a Node program, kilobytes. */
export const peakOf = ({ argv: [program = '', ...args], stdin = '/dev/null' }: Command, preload: string): number => {
  const input = openSync(stdin, 'r');
  const { output } = spawnSync(program, ['--require', preload, ...args], {
    env,
    stdio: [input, 'ignore', 'ignore', 'pipe'],
  });
  closeSync(input);
  return Number(output[3]?.toString());
};
