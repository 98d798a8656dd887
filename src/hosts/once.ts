import type { Reply, Request } from '../core/types.ts';
import type { Host } from './host.ts';

export interface Asked {
  readonly request: Request;
  readonly reply: Reply;
}

export interface Remembering extends Host {
  /** Everything that was asked so far, in order, with its reply. */
  readonly asked: () => Promise<readonly Asked[]>;
  /** The host, which answers anew. */
  readonly itself: Host;
}

/** The same host, asked each thing once: probes share what they read, and all see one moment. */
export const askedOnce = (host: Host): Remembering => {
  const replies = new Map<string, { readonly request: Request; readonly reply: Promise<Reply> }>();
  const reply = (request: Request): Promise<Reply> => {
    const key = JSON.stringify(request);
    const known = replies.get(key);
    if (known !== undefined) return known.reply;
    const coming = host.reply(request);
    replies.set(key, { request, reply: coming });
    return coming;
  };
  const asked = (): Promise<readonly Asked[]> =>
    Promise.all([...replies.values()].map(async ({ request, reply: coming }) => ({ request, reply: await coming })));
  return { ...host, reply, asked, itself: host };
};
