import type { Host } from './host.ts';

export { askHost, conduct } from './conduct.ts';
export { withDeadline } from './deadline.ts';
export type { Host, Printed } from './host.ts';
export { type Asked, askedOnce, type Remembering } from './once.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `local`, `ssh://user@host` or a recording; each is loaded when it is asked for. */
const namedHost = async (name: string, env: Environment): Promise<Host> => {
  if (name === 'local') return (await import('./local/index.ts')).localHost(env);
  if (/^ssh:/i.test(name)) return (await import('./ssh/index.ts')).sshHost(name);
  const [{ readRecording }, { recordedHost }] = await Promise.all([
    import('./recording-file.ts'),
    import('./recorded.ts'),
  ]);
  return recordedHost(await readRecording(name));
};

/** The host that is meant; this one where none is named. */
export const hostFor = async (
  { host = 'local', root }: { readonly host?: string; readonly root?: string },
  env: Environment,
): Promise<Host> => (root === undefined ? namedHost(host, env) : (await import('./root/index.ts')).rootHost(root));
