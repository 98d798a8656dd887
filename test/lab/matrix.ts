import { performance } from 'node:perf_hooks';
import type { NamedFault } from './fault/fault.ts';
import { runsOn } from './fault/load.ts';
import { type Health, healthOf } from './fault/perform.ts';
import { pristineOf, reset } from './fault/reset.ts';
import type { Tool } from './fault/tool.ts';
import type { Mark } from './fault/trial.ts';
import { ensureBase } from './guest/base.ts';
import { down } from './guest/down.ts';
import type { Guest } from './guest/registry.ts';
import { type Kind, kinds, type SuiteName, suites } from './guest/suites.ts';
import { up } from './guest/up.ts';

/** What every kind of trial tells of the guest that it leaves behind. */
export interface Tried {
  readonly fault: NamedFault;
  readonly healed: Mark;
}

export interface Plan<Trial extends Tried> {
  readonly suites: readonly SuiteName[];
  readonly faults: readonly NamedFault[];
  readonly jobs: number;
  readonly tool: Tool;
  readonly say: (line: string) => void;
  /** Breaks a healthy guest and heals it. */
  readonly tryFault: (guest: Guest, fault: NamedFault, tool: Tool, before: Health) => Promise<Trial>;
  /** The trial of a fault that came to nothing. */
  readonly nothing: (fault: NamedFault, suite: SuiteName, remark: string, seconds: number) => Trial;
  readonly onTrial: (trial: Trial) => Promise<void>;
}

/** Faults that share a guest. */
interface Lane {
  readonly suite: SuiteName;
  readonly kind: Kind;
  readonly faults: readonly NamedFault[];
}

const chunk = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  items.length === 0 ? [] : [items.slice(0, size), ...chunk(items.slice(size), size)];

/** Cut so that every job has work to the end. */
export const lanesOf = ({
  suites: names,
  faults,
  jobs,
}: Pick<Plan<Tried>, 'suites' | 'faults' | 'jobs'>): readonly Lane[] => {
  const total = names.reduce((sum, suite) => sum + faults.filter((fault) => runsOn(fault, suite)).length, 0);
  const size = Math.max(4, Math.min(20, Math.ceil(total / (jobs * 3))));
  return names.flatMap((suite) =>
    kinds.flatMap((kind) => {
      const fit = faults.filter((fault) => runsOn(fault, suite) && (fault.kind ?? 'v2') === kind);
      return chunk(fit, size).map((some) => ({ suite, kind, faults: some }));
    }),
  );
};

/** A guest before a fault. */
interface Ready {
  readonly guest: Guest;
  readonly health: Health;
  readonly pristine: string;
}

let guests = 0;

const bootGuest = async ({ suite, kind }: Lane, tool: Tool): Promise<Ready> => {
  guests += 1;
  const guest = await up({ name: `run-${process.pid}-${guests}`, suite, kind, owned: true, tool });
  const health = await healthOf(guest);
  return { guest, health, pristine: await pristineOf(guest) };
};

const attempt = async <Trial extends Tried>(
  { guest, health }: Ready,
  fault: NamedFault,
  { tool, tryFault, nothing }: Plan<Trial>,
): Promise<Trial> => {
  const began = performance.now();
  try {
    return await tryFault(guest, fault, tool, health);
  } catch (error) {
    const remark = error instanceof Error ? error.message : String(error);
    return nothing(fault, guest.suite, remark, (performance.now() - began) / 1000);
  }
};

/** The same guest again where the fault is healed and no trace of it is left. */
const afterTrial = async (ready: Ready, trial: Tried): Promise<Ready | undefined> => {
  if (trial.healed === 'yes' && trial.fault.fresh !== true) {
    const health = await reset(ready.guest, ready.pristine);
    if (health.well) return { ...ready, health };
  }
  await down(ready.guest);
  return undefined;
};

const runLane = async <Trial extends Tried>(lane: Lane, plan: Plan<Trial>): Promise<void> => {
  let ready: Ready | undefined;
  for (const fault of lane.faults) {
    ready ??= await bootGuest(lane, plan.tool);
    const trial = await attempt(ready, fault, plan);
    await plan.onTrial(trial);
    ready = await afterTrial(ready, trial);
  }
  if (ready !== undefined) await down(ready.guest);
};

/** The suites of the run, and those that a fault of the run borrows from. */
const basesOf = ({ suites: names, faults }: Pick<Plan<Tried>, 'suites' | 'faults'>): ReadonlySet<SuiteName> =>
  new Set([
    ...names,
    ...faults.flatMap((fault) => {
      const runs = names.some((suite) => runsOn(fault, suite));
      return runs && fault.borrows !== undefined ? [fault.borrows] : [];
    }),
  ]);

/** Every fault on every suite that has it, several guests side by side. */
export const runMatrix = async <Trial extends Tried>(plan: Plan<Trial>): Promise<void> => {
  for (const suite of basesOf(plan)) await ensureBase(suites[suite], plan.say);
  const lanes = [...lanesOf(plan)];
  const worker = async (): Promise<void> => {
    for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) await runLane(lane, plan);
  };
  await Promise.all(Array.from({ length: plan.jobs }, worker));
};
