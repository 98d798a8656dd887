import { execIn } from '../guest/exec.ts';
import type { Guest } from '../guest/registry.ts';
import type { NamedFault } from './fault.ts';
import { type Health, healedOf, observeFault, perform } from './perform.ts';
import { cursorOf, type Recording, recordFault, ticketOf } from './recording.ts';
import type { Tool } from './tool.ts';
import { type Diagnosed, isRight, summary, whyLive, whyOf, whyPiped } from './why.ts';

export type Mark = 'yes' | 'no' | 'unasked';

/** One fault on one suite. */
export interface Trial {
  readonly fault: NamedFault;
  readonly suite: Guest['suite'];
  readonly seen: Mark;
  readonly log: Mark;
  readonly journal: Mark;
  readonly live: Mark;
  /** Live, when its journal was rotated away. */
  readonly rotated: Mark;
  readonly healed: Mark;
  readonly seconds: number;
  /** What was said or done instead, where a mark is `no`. */
  readonly remarks: readonly string[];
  readonly recording?: Recording;
}

const mark = (is: boolean): Mark => (is ? 'yes' : 'no');

export const nothingSeen = (fault: NamedFault, suite: Guest['suite'], remark: string): Trial => ({
  ...{
    fault,
    suite,
    seen: 'no',
    log: 'unasked',
    journal: 'unasked',
    live: 'unasked',
    rotated: 'unasked',
    healed: 'unasked',
  },
  ...{ seconds: 0, remarks: [remark] },
});

const holds = ({ expect }: NamedFault, ticket: string): boolean =>
  expect === undefined || new RegExp(expect, 'i').test(ticket);

/** What the command printed is piped to docker-why; where that tells nothing, a person types docker-why alone. */
const askLive = async (guest: Guest, fault: NamedFault, { stderr }: Recording): Promise<Diagnosed | string> => {
  const piped = 'restart' in fault.observe ? undefined : await whyPiped(guest, stderr);
  return piped !== undefined && isRight(piped, fault) ? piped : whyLive(guest);
};

const ask = async (guest: Guest, fault: NamedFault, recording: Recording, tool: Tool) => {
  const log = await whyOf(tool, ticketOf(recording, fault));
  const journal = 'restart' in fault.observe ? await whyOf(tool, recording.journal) : undefined;
  return { log, journal, live: await askLive(guest, fault, recording) };
};

/** Causes that stand in files: the host can prove them when no line is left that speaks of them. */
const inFiles = /^(?:userns|config|systemd|storage|containerd)\/|^daemon\/(?:socket-path|stale-pid-file)$/;

const askRotated = async (guest: Guest, fault: NamedFault): Promise<Diagnosed | string | undefined> => {
  if (!('restart' in fault.observe) || !inFiles.test(fault.cause) || fault.live === false) return undefined;
  await execIn(guest, { argv: ['journalctl', '--rotate', '--vacuum-time=1us'] });
  return whyLive(guest);
};

const markOf = (diagnosed: Diagnosed | string | undefined, fault: NamedFault): Mark =>
  diagnosed === undefined ? 'unasked' : mark(isRight(diagnosed, fault));

const said = (where: string, diagnosed: Diagnosed | string | undefined, fault: NamedFault): string[] =>
  diagnosed === undefined || isRight(diagnosed, fault) ? [] : [`${where}: ${summary(diagnosed)}`];

/**
 * Healthy (as its boot or the reset before has shown), broken, diagnosed, healed; every step for
 * real. `rotates`: diagnosed once more without its journal.
 */
export const tryFault = async (
  guest: Guest,
  fault: NamedFault,
  tool: Tool,
  before: Health,
  rotates: boolean,
): Promise<Trial> => {
  const began = Date.now();
  if (!before.well) return nothingSeen(fault, guest.suite, `not healthy before: ${before.why}`);
  const cursor = await cursorOf(guest);
  await perform(guest, fault.inject);
  const observed = await observeFault(guest, fault);
  const recording = await recordFault(guest, fault, observed, cursor);
  const seen = observed.broken && holds(fault, ticketOf(recording, fault));
  const { log, journal, live } = await ask(guest, fault, recording, tool);
  const rotated = rotates ? await askRotated(guest, fault) : undefined;
  await perform(guest, fault.heal);
  const health = await healedOf(guest, fault);
  return {
    ...{ fault, suite: guest.suite, recording, seconds: (Date.now() - began) / 1000 },
    seen: mark(seen),
    log: mark(isRight(log, fault)),
    journal: markOf(journal, fault),
    live: markOf(live, fault),
    rotated: markOf(rotated, fault),
    healed: mark(health.well),
    remarks: [
      ...(seen ? [] : [observed.broken ? `another failure: ${recording.stderr.slice(0, 200)}` : 'did not break']),
      ...said('log', log, fault),
      ...said('journal', journal, fault),
      ...said('live', live, fault),
      ...said('rotated', rotated, fault),
      ...(health.well ? [] : [`not healed: ${health.why}`]),
    ],
  };
};
