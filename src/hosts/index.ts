import type { Host } from './host.ts';

export { askHost, conduct } from './conduct.ts';
export { withDeadline } from './deadline.ts';
export type { Host } from './host.ts';
export { askedOnce, type Remembering } from './once.ts';

/** The host that is meant; this one where none is named. */
export const hostFor = async (
  _named: { readonly host?: string; readonly root?: string },
  env: Readonly<Record<string, string | undefined>>,
): Promise<Host> => (await import('./local/index.ts')).localHost(env);
