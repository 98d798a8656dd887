import type { Inquiry } from '../core/ask/inquiry.ts';
import type { Scene } from '../core/ask/scene.ts';
import { probeKind } from '../core/probes/index.ts';
import type { Answer, AskedQuery, Query } from '../core/types.ts';
import { type Host, unknown } from './host.ts';

/** Holds a talk with a host to its end. */
export const conduct = async <Result>(inquiry: Inquiry<Result>, host: Host): Promise<Result> => {
  let step = inquiry.next([]);
  while (step.done !== true) step = inquiry.next(await Promise.all(step.value.map((request) => host.reply(request))));
  return step.value;
};

const answerTo = (query: Query, scene: Scene, host: Host): Promise<Answer> => {
  const kind = probeKind(query.ask);
  return kind === undefined ? Promise.resolve(unknown('not-asked')) : conduct(kind.inquire(query, scene), host);
};

/** Puts every query to the host, side by side. */
export const askHost = (queries: readonly Query[], scene: Scene, host: Host): Promise<readonly AskedQuery[]> =>
  Promise.all(queries.map(async (query) => ({ query, answer: await answerTo(query, scene, host) })));
