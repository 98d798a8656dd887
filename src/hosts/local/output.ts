import type { Replies } from '../../core/types.ts';
import { passedVariables, searchPath } from '../environment.ts';
import { deadline, mostText, unknown } from '../host.ts';
import { mayRun } from '../programs.ts';

/** In C, so that what is printed can be read; nothing is ever asked of the person. */
const environmentOf = (env: Readonly<Record<string, string | undefined>>): Record<string, string> => ({
  PATH: searchPath,
  LC_ALL: 'C',
  ...Object.fromEntries(passedVariables.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
});

/** What waits behind a dead mount is ended by no signal; then it is left behind. */
const grace = 200;

export const outputReply = async (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Replies['output']> => {
  if (!mayRun(argv)) return unknown('not-asked');
  const { execa } = await import('execa');
  const [program = '', ...args] = argv;
  const child = execa(program, args, {
    env: environmentOf(env),
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    timeout: deadline,
    killSignal: 'SIGKILL',
    maxBuffer: mostText,
    stripFinalNewline: false,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const left = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      child.unref();
      for (const pipe of [child.stdout, child.stderr]) pipe.destroy();
      resolve(undefined);
    }, deadline + grace);
  });
  const result = await Promise.race([child, left]);
  clearTimeout(timer);
  if (result === undefined || result.timedOut) return unknown('timeout');
  if (result.code === 'ENOENT') return unknown('no-such-tool');
  if (result.code === 'EACCES' || result.code === 'EPERM') return unknown('denied');
  if (result.exitCode === undefined && !result.isMaxBuffer) return unknown('unreadable');
  return { known: true, code: result.exitCode ?? 0, stdout: result.stdout, stderr: result.stderr };
};
