import type { Reply, ReplyTo, Request } from '../types.ts';

/**
 * A talk with a host, without a host: it yields requests, is given their replies in the same
 * order, and ends with a result. So probes stay pure, and who drives them decides how requests
 * travel (src/hosts/conduct.ts).
 */
export type Inquiry<Result> = Generator<readonly Request[], Result, readonly Reply[]>;

/** One request, with a reply of its own type. */
export function* ask<Asked extends Request>(request: Asked): Inquiry<ReplyTo<Asked>> {
  const [reply] = yield [request];
  return (reply ?? { known: false, why: 'not-asked' }) as ReplyTo<Asked>;
}

/** Several requests at once; the replies stand in the same order. */
export function* askEach<Asked extends Request>(requests: readonly Asked[]): Inquiry<readonly ReplyTo<Asked>[]> {
  return (yield requests) as readonly ReplyTo<Asked>[];
}

interface Running<Result> {
  readonly inquiry: Inquiry<Result>;
  step: IteratorResult<readonly Request[], Result>;
}

/** Several talks side by side: their requests of one turn travel together. */
export function* together<Result>(inquiries: readonly Inquiry<Result>[]): Inquiry<readonly Result[]> {
  const running: Running<Result>[] = inquiries.map((inquiry) => ({ inquiry, step: inquiry.next([]) }));
  for (;;) {
    const open = running.filter(({ step }) => step.done !== true);
    if (open.length === 0) break;
    const requests = open.map(({ step }) => (step.done === true ? [] : step.value));
    const replies = yield requests.flat();
    let from = 0;
    for (const [index, one] of open.entries()) {
      const count = requests[index]?.length ?? 0;
      one.step = one.inquiry.next(replies.slice(from, from + count));
      from += count;
    }
  }
  return running.map(({ step }) => step.value as Result);
}
