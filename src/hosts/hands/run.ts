/** Longer than systemd waits for a unit, and enough for a package; milliseconds. */
const patience = 600_000;

export interface Done {
  readonly code: number;
  /** What it printed, both outputs, its end. */
  readonly output: string;
}

/** sbin is not in everyone's PATH. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Runs a program of a plan; no shell, no questions. */
export const runProgram = async (argv: readonly string[]): Promise<Done> => {
  const { execa } = await import('execa');
  const [program = '', ...args] = argv;
  const result = await execa(program, args, {
    env: { PATH: path, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
    stdin: 'ignore',
    reject: false,
    all: true,
    timeout: patience,
    maxBuffer: 4 * 1024 * 1024,
  });
  const missing = result.code === 'ENOENT' ? `${program} is not installed` : '';
  return {
    code: result.exitCode ?? (result.timedOut ? 124 : 127),
    output: (missing || (result.all ?? '')).slice(-4000),
  };
};
