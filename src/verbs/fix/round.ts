import { sourcesOf } from '../../collect/index.ts';
import type { Finding, Plan, Rule } from '../../core/types.ts';
import { activityOf } from '../../guide/settled.ts';
import type { Hands } from '../../hosts/hands/index.ts';
import { safeText, textOf } from '../../report/index.ts';
import { type Closed, judgeLive, judgeLog, withoutOffer } from '../diagnose/case.ts';
import type { Witness } from '../diagnose/testify.ts';
import { witnessesForFix } from '../diagnose/witness.ts';
import type { Bench } from './bench.ts';
import { chooseByItself, chooseWithPerson, isOurs } from './choose.ts';
import type { Rights } from './patient.ts';
import { offerBack, offerRest, perform } from './perform.ts';
import { plansFor, targetOf } from './plans.ts';
import { showPlan, showScript } from './show.ts';
import { stampOf } from './stamp.ts';

/** How a round ended; `again` where Docker is not up yet, `unproven` where it was up all the time. */
export type Round = 'mended' | 'unproven' | 'well' | 'failed' | 'left' | 'cancelled' | 'again';

/** What is known before a round. */
export interface Before {
  /** The fix of the last round, while it is not known whether it helped, and its cause. */
  readonly id?: string;
  readonly cause?: string;
  /** A diagnosis that the person has read already. */
  readonly closed?: Closed;
}

export interface Done extends Before {
  readonly round: Round;
}

const judgeNow = async ({ options, world, rulebook, patient }: Bench): Promise<Closed> => {
  const witnesses = patient.witnesses(options, world);
  try {
    return await judgeLive({ options, world: { ...world, now: Date.now() }, rulebook, witnesses });
  } finally {
    await witnesses.close();
  }
};

/** What was piped in, judged with the host: `docker run ... 2>&1 | docker-why fix --yes`. Else the host alone. */
const judgeFirst = async (bench: Bench): Promise<Closed> => {
  const { options, world, rulebook, patient } = bench;
  const { host: _, ...unnamed } = options;
  const isFar = patient.way !== '';
  const here = isFar ? options : unnamed;
  const witnesses = isFar ? patient.witnesses(options, world) : witnessesForFix(here, world);
  try {
    for (const source of sourcesOf([], world.stdin)) {
      const closed = await judgeLog(source, { options: here, world, rulebook, witnesses });
      if (closed !== undefined) return closed;
    }
  } finally {
    await witnesses.close();
  }
  return judgeNow(bench);
};

/** The report without its offer: this is the fix. */
const report = (closed: Closed, { look }: Bench, findingOnly = false): string => {
  const { diagnosis, host } = withoutOffer(closed);
  return textOf(diagnosis, { ...look, findingOnly, ...(host && { host }) });
};

/** What is wrong and how that is known; the remedy comes as plans. */
const sayFinding = (finding: Finding, closed: Closed, bench: Bench): void => {
  const told = { ...closed.diagnosis, findings: [finding], outcome: 'found' as const };
  bench.say(`${report({ ...closed, diagnosis: told }, bench, true)}\n`);
};

const tellPlans = (plans: readonly Plan[], rights: Rights, { look, say, options, patient }: Bench): Round => {
  for (const plan of plans) say(`${showPlan(plan, look)}\n`);
  const doable = plans.find(isOurs);
  if (doable !== undefined && rights === 'none') say(`As one block, for root:\n\n${showScript(doable)}\n`);
  else if (doable !== undefined && !options.yes)
    say(
      `Nothing was changed. docker-why fix${patient.way} on a terminal asks; docker-why fix --yes${patient.way} does the first of these that is safe${rights === 'sudo' ? ', with sudo' : ''}.\n`,
    );
  return 'left';
};

const choose = async (plans: readonly Plan[], rights: Rights, bench: Bench): Promise<Plan | Round> => {
  const { way, own, say, look, patient } = bench;
  if (way === 'plan') return tellPlans(plans, rights, bench);
  const where = await patient.words(rights);
  const chosen = way === 'yes' ? chooseByItself(plans, own) : await chooseWithPerson(plans, { ...bench, where });
  if (chosen === 'cancelled') return 'cancelled';
  if (chosen === 'leave') return 'left';
  if (chosen === 'none') {
    say('None of its fixes can be done by docker-why alone:\n\n');
    return tellPlans(plans, rights, bench);
  }
  if (way === 'yes') say(`${showPlan(chosen, look)}${where === undefined ? '' : `  ${safeText(where)}\n`}`);
  return chosen;
};

const isUp = async ({ host, scene }: Witness): Promise<boolean> => {
  const { conduct } = await import('../../hosts/index.ts');
  return (await conduct(activityOf(scene), host)) === 'active';
};

/** The host proved the cause, and no longer does. */
const isGone = async ({ cause, verdict }: Finding, bench: Bench): Promise<boolean> => {
  if (verdict !== 'confirmed') return false;
  const { diagnosis } = await judgeNow(bench);
  return !diagnosis.findings.some((one) => one.cause === cause && one.verdict !== 'refuted');
};

/** Those that do it; where there are none, what a person with the rights for it would run. */
const handsFor = async (plan: Plan, rights: Rights, { patient, say }: Bench): Promise<Hands | undefined> => {
  const hands = rights === 'none' ? undefined : await patient.reach(rights);
  if (hands !== undefined) return hands;
  const needs = patient.way === '' ? 'This needs root: sudo docker-why fix.' : `This needs root on ${patient.name}.`;
  say(`\n${needs} Or as one block${patient.way === '' ? '' : ', to run there'}:\n\n${showScript(plan)}\n`);
  return undefined;
};

/** Finds the cause, and mends it where somebody says so. */
export const round = async (named: Rule | undefined, before: Before, bench: Bench): Promise<Done> => {
  const { say } = bench;
  const closed = before.closed ?? (await (before.id === undefined ? judgeFirst : judgeNow)(bench));
  const { witness, testimony, diagnosis } = closed;
  const finding = await targetOf(closed, named);
  if (diagnosis.outcome === 'healthy' && named === undefined) {
    if (before.id === undefined) say(report(closed, bench));
    return { round: before.id === undefined ? 'well' : 'mended' };
  }
  const reached = bench.patient.hands();
  const helpedNot = before.id !== undefined && (finding === undefined || finding.cause === before.cause);
  if (helpedNot && reached !== undefined) await offerBack(before.id, reached, bench);
  if (finding === undefined || witness === undefined || helpedNot) {
    if (before.closed === undefined) say(report(closed, bench));
    return { round: 'failed' };
  }
  if (before.closed === undefined) sayFinding(finding, closed, bench);
  const id = stampOf(Date.now());
  const rights = await bench.patient.rights(witness.scene.rootless !== undefined);
  const plan = await choose(await plansFor(finding, witness, testimony?.system, id), rights, bench);
  if (typeof plan === 'string') return { round: plan };
  const hands = await handsFor(plan, rights, bench);
  if (hands === undefined) return { round: 'left' };
  if (reached === undefined && (await offerRest(hands, bench))) return { round: 'again' };
  const wasUp = await isUp(witness);
  const state = await perform(plan, id, witness, hands, bench);
  if (state === 'cancelled') return { round: 'cancelled' };
  if (state === 'down') return { round: 'again', id, cause: finding.cause };
  return { round: !wasUp || (await isGone(finding, bench)) ? 'mended' : 'unproven' };
};
