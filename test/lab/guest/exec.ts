import { execa } from 'execa';
import type { Guest } from './registry.ts';

export interface Command {
  readonly argv: readonly string[];
  readonly input?: string;
  /** Seconds; 60 unless told. */
  readonly seconds?: number;
  readonly lang?: string;
}

export interface Reply {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

const path = '/usr/sbin:/usr/bin:/sbin:/bin';

/** Flags of nsenter for every namespace of a guest. */
export const enterArgs = (guest: Guest, lang = 'C.UTF-8'): string[] => [
  ...['-t', String(guest.init?.pid), '-a', '--', 'env', '-i'],
  ...[`PATH=${path}`, 'HOME=/root', 'TERM=dumb', `LANG=${lang}`],
];

/** Runs a command in a guest. Never throws for what the command does; a time-out inside and one outside. */
export const execIn = async (guest: Guest, { argv, input, seconds = 60, lang }: Command): Promise<Reply> => {
  const timeout = ['timeout', '-k', '2', String(seconds)];
  const result = await execa('nsenter', [...enterArgs(guest, lang), ...timeout, ...argv], {
    input: input ?? '',
    reject: false,
    timeout: (seconds + 5) * 1000,
    stripFinalNewline: false,
    maxBuffer: 64 * 1024 * 1024,
  });
  const code = result.exitCode ?? 124;
  return { code, stdout: result.stdout, stderr: result.stderr, timedOut: code === 124 || code === 137 };
};

export const shell = (guest: Guest, script: string, seconds?: number): Promise<Reply> =>
  execIn(guest, { argv: ['bash', '-c', script], ...(seconds !== undefined && { seconds }) });
