import { LabError } from './can-run.ts';
import { down, dropOwnCopy } from './down.ts';
import { allGuests } from './registry.ts';
import { beginStop } from './stopping.ts';

/** The guests of this process, and its copy of what it tests; after a kill -9 their keepers die with it and the next run reaps the rest. */
const downOwn = async (): Promise<void> => {
  for (const guest of await allGuests()) if (guest.owner?.pid === process.pid) await down(guest);
  await dropOwnCopy();
};

const stop = (signal: NodeJS.Signals): void => {
  if (!beginStop()) return;
  console.error(`${signal}: taking the guests down`);
  downOwn()
    .catch((error: unknown) => console.error(`lab: not all is cleared, the next run will: ${String(error)}`))
    .finally(() => process.exit(130));
};

/** The one door for errors of the lab: a sentence and exit status 2; and no guest outlives its run. */
export const guarded = async (work: () => Promise<number>): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    console.error(`lab: ${error.message}`);
    process.exitCode = 2;
  } finally {
    await downOwn();
  }
};
