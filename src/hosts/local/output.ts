import type { Replies } from '../../core/types.ts';
import { deadline, mostText, unknown } from '../host.ts';
import { mayRun } from '../programs.ts';

/** sbin is not in everyone's PATH, and dockerd, iptables and their like live there. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin';

/** In C, so that what is printed can be read; nothing is ever asked of the person. */
const environmentOf = (env: Readonly<Record<string, string | undefined>>): Record<string, string> => ({
  PATH: path,
  LC_ALL: 'C',
  ...Object.fromEntries(
    ['HOME', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS', 'DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_CONFIG'].flatMap(
      (name) => (env[name] === undefined ? [] : [[name, env[name]]]),
    ),
  ),
});

export const outputReply = async (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Replies['output']> => {
  if (!mayRun(argv)) return unknown('not-asked');
  const { execa } = await import('execa');
  const [program = '', ...args] = argv;
  const result = await execa(program, args, {
    env: environmentOf(env),
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    timeout: deadline,
    killSignal: 'SIGKILL',
    maxBuffer: mostText,
    stripFinalNewline: false,
  });
  if (result.timedOut) return unknown('timeout');
  if (result.code === 'ENOENT') return unknown('no-such-tool');
  if (result.code === 'EACCES' || result.code === 'EPERM') return unknown('denied');
  if (result.exitCode === undefined && !result.isMaxBuffer) return unknown('unreadable');
  return { known: true, code: result.exitCode ?? 0, stdout: result.stdout, stderr: result.stderr };
};
