import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reply } from '../../src/core/types.ts';
import { withDeadline } from '../../src/hosts/deadline.ts';
import type { Host } from '../../src/hosts/host.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Replies to a path of digits after so many milliseconds; to others never. */
const host: Host = {
  name: 'slow',
  kind: 'local',
  close: async () => {},
  reply: (request) =>
    new Promise((resolve) => {
      const ms = 'path' in request ? Number(request.path) : Number.NaN;
      if (!Number.isNaN(ms)) setTimeout(() => resolve({ known: true, exists: false } as Reply), ms);
    }),
};
const ask = (on: Host, path: string) => on.reply({ read: 'stat', path });

/** Lets all the time pass that the work needs; `took`: milliseconds to its end. */
const timed = async (work: () => Promise<readonly Reply[]>) => {
  const begin = performance.now();
  const done = work().then((replies) => ({
    known: replies.map(({ known }) => known),
    took: performance.now() - begin,
  }));
  await vi.runAllTimersAsync();
  return done;
};

test('a host that answers slowly is heard to the end', async () => {
  const limited = withDeadline(host, 2600);
  const { known } = await timed(async () => [
    await ask(limited, '1500'),
    await ask(limited, '1500'),
    await ask(limited, '1500'),
  ]);
  expect(known).toEqual([true, true, true]);
});

test('once something hangs, the rest has what is left of the budget', async () => {
  const limited = withDeadline(host, 2600);
  const { known, took } = await timed(async () => [
    await ask(limited, 'hung'),
    await ask(limited, 'hung'),
    await ask(limited, '100'),
  ]);
  expect(known).toEqual([false, false, false]);
  expect(took).toBeLessThanOrEqual(2600);
});

test('what is under way when something hangs is given up with the budget', async () => {
  const limited = withDeadline(host, 2600);
  const { took } = await timed(async () => {
    const hung = ask(limited, 'hung');
    await ask(limited, '1900');
    return Promise.all([hung, ask(limited, 'hung')]);
  });
  expect(took).toBeLessThanOrEqual(2600);
});

test('slow for ever is too long as well', async () => {
  const limited = withDeadline(host, 2600);
  const { known } = await timed(async () => {
    const all: Reply[] = [];
    for (let turn = 0; turn < 10; turn += 1) all.push(await ask(limited, '1900'));
    return all;
  });
  expect(known.filter(Boolean)).toHaveLength(5);
});
