import type { Reply, Request } from '../core/types.ts';
import { type Host, unknown } from './host.ts';
import type { Recording } from './recording.ts';

/** The same whatever the order in which a request was put together. */
const keyOf = (request: Request): string => JSON.stringify(Object.entries(request).sort());

/** The host of a recording. What it was not asked then, it cannot say now. */
export const recordedHost = (recording: Recording): Host => {
  const replies = new Map<string, Reply>(recording.replies.map(({ request, reply }) => [keyOf(request), reply]));
  return {
    name: `${recording.host} (recorded)`,
    kind: 'recorded',
    reply: async (request) => replies.get(keyOf(request)) ?? unknown('not-asked'),
    close: async () => {},
  };
};
