import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import type { Readable } from 'node:stream';
import { quoteArgv } from '../../core/shell-words.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Terminal {
  readonly columns: number;
  readonly rows: number;
}

export interface Started {
  readonly child: ChildProcess;
  readonly stderr: Readable;
  /** Sends a signal to the command itself. */
  readonly kill: (signal: NodeJS.Signals) => void;
  /** In a session of its own, where the terminal's Ctrl-C does not reach it. */
  readonly detached: boolean;
}

const pty = '/usr/bin/script';

/** script(1) of util-linux gives a terminal to standard error alone. */
export const hasPty = (): boolean => {
  try {
    accessSync(pty, constants.X_OK);
    return process.platform === 'linux';
  } catch {
    return false;
  }
};

/**
 * Inside the terminal that script(1) makes: standard input and output are the person's own again
 * (4 and 5; 3 takes the process id), the terminal is only left for standard error, and passes bytes as they are.
 */
const insidePty = (argv: readonly string[], { columns, rows }: Terminal): string =>
  [
    `stty -opost -echo cols ${columns} rows ${rows} <&2 2>/dev/null`,
    'echo $$ >&3',
    `SHELL=\${DOCKER_WHY_SHELL} ; unset DOCKER_WHY_SHELL`,
    `exec ${quoteArgv(argv)} <&4 >&5 3>&- 4<&- 5>&-`,
  ].join('; ');

/** The command with a terminal of its own for standard error, and nothing else changed. */
export const startInPty = (argv: readonly string[], env: Environment, terminal: Terminal): Started => {
  const stdio: StdioOptions = ['ignore', 'pipe', 'ignore', 'pipe', 0, 1];
  const child = spawn(pty, ['-q', '-e', '-f', '-c', insidePty(argv, terminal), '/dev/null'], {
    stdio,
    // a session of its own: Ctrl-C reaches the command once, from us
    detached: true,
    env: { ...env, SHELL: '/bin/sh', DOCKER_WHY_SHELL: env['SHELL'] ?? '/bin/sh' },
  });
  let pid: number | undefined;
  (child.stdio[3] as Readable).on('data', (chunk: Buffer) => {
    pid = Number(chunk.toString('latin1')) || pid;
  });
  const kill = (signal: NodeJS.Signals): void => {
    if (pid !== undefined) process.kill(pid, signal);
  };
  return { child, stderr: child.stdout as Readable, kill, detached: true };
};
