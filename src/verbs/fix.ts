import { openRulebook, type Rulebook } from '../core/diagnose.ts';
import type { Action, Plan, Rule } from '../core/types.ts';
import { MendError, UsageError } from '../errors.ts';
import { type Conversation, openConversation } from '../guide/conversation.ts';
import { staysUp } from '../guide/settled.ts';
import type { Hands } from '../hosts/hands/index.ts';
import { lookOf } from '../look.ts';
import type { Options } from '../options.ts';
import { asciiText, type ReportOptions, safeText, textOf } from '../report/index.ts';
import { extraRules, shippedRules } from '../rulebook/load.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';
import { type Closed, judgeLive } from './diagnose/case.ts';
import type { Witness } from './diagnose/testify.ts';
import { witnessesFor } from './diagnose/witness.ts';
import { chooseByItself, chooseWithPerson, isOurs } from './fix/choose.ts';
import { heedingSignals } from './fix/interrupt.ts';
import { plansFor, ruleNamed, targetOf } from './fix/plans.ts';
import { showPlan, showScript } from './fix/show.ts';
import { stampOf } from './fix/stamp.ts';

/** Faults come in chains; more than this in one conversation is a sign that nothing helps. */
const mostRounds = 6;

/** A unit that stays up so long is up; a start may take as long as systemd lets it. Milliseconds. */
const patience = { stable: 4000, most: 100_000 };

interface Bench {
  readonly options: Options;
  readonly world: World;
  readonly rulebook: Rulebook;
  /** Causes that docker-why itself knows. */
  readonly own: ReadonlySet<string>;
  readonly look: ReportOptions;
  readonly say: (text: string) => void;
  readonly hands: Hands;
  readonly talk: Conversation | undefined;
}

type Way = 'plan' | 'ask' | 'yes';

/** How far it may go: writing needs a yes, on a terminal or on the command line. */
const wayOf = ({ dryRun, yes }: Options, { stdin, stdout }: World): Way => {
  if (dryRun) return 'plan';
  if (yes) return 'yes';
  return stdin.isTTY === true && stdout.isTTY === true ? 'ask' : 'plan';
};

const isRoot = (): boolean => process.getuid?.() === 0;

const actionWords = (action: Action): string => {
  switch (action.do) {
    case 'edit':
      return `writing ${action.path}`;
    case 'aside':
      return `moving ${action.path} aside`;
    case 'run':
      return action.argv.join(' ');
    case 'tell':
      return '';
  }
};

type Round = 'mended' | 'next' | 'failed' | 'left' | 'cancelled';

/** Does a plan as a whole, or nothing of it; false where it was cancelled. */
const change = (plan: Plan, id: string, { hands, say }: Bench): Promise<boolean> =>
  heedingSignals(async ({ check, isAsked }) => {
    const onAction = (action: Action): void => {
      check();
      const words = actionWords(action);
      if (words !== '') say(`  ${safeText(words)}\n`);
    };
    try {
      await hands.perform(plan, { id, made: new Date().toISOString(), by: version, onAction });
      return true;
    } catch (error) {
      if (!(error instanceof MendError) || !isAsked()) throw error;
      say(`  ${safeText(`cancelled: ${error.hint}`)}\n`);
      return false;
    }
  });

/** Does a plan, and looks whether Docker comes up and stays up. */
const perform = async (plan: Plan, id: string, { scene }: Witness, bench: Bench): Promise<boolean | 'cancelled'> => {
  const { say, world } = bench;
  const { conduct, hostFor } = await import('../hosts/index.ts');
  if (!(await change(plan, id, bench))) return 'cancelled';
  say(`  done; docker-why undo ${id} takes it back\n`);
  const host = await hostFor({}, world.env);
  const up = await staysUp(scene, (inquiry) => conduct(inquiry, host), patience);
  await host.close();
  return up;
};

const offerBack = async (id: string, { hands, say, talk, options }: Bench): Promise<void> => {
  const back = options.yes || (await talk?.agree('It did not help. Take the change back?')) === true;
  if (!back) return;
  const { conflicts } = await hands.undo(id);
  say(
    conflicts.length === 0
      ? '  The change was taken back.\n'
      : `  Not taken back: ${safeText(conflicts.map(({ path }) => path).join(', '))} was changed meanwhile.\n`,
  );
};

const judgeNow = async ({ options, world, rulebook }: Bench): Promise<Closed> => {
  const witnesses = witnessesFor(options, world);
  try {
    return await judgeLive({ options, world: { ...world, now: Date.now() }, rulebook, witnesses });
  } finally {
    await witnesses.close();
  }
};

interface Before {
  /** The fix of the last round, while it is not known whether it helped. */
  readonly id?: string;
  readonly cause?: string;
}

const round = async (named: Rule | undefined, before: Before, way: Way, bench: Bench): Promise<Round | Before> => {
  const { look, say } = bench;
  const closed = await judgeNow(bench);
  const finding = await targetOf(closed, named);
  const { witness, testimony, diagnosis } = closed;
  if (diagnosis.outcome === 'healthy' && named === undefined) {
    say(before.id === undefined ? textOf(diagnosis, look) : '');
    return 'mended';
  }
  if (before.id !== undefined && (finding === undefined || finding.cause === before.cause))
    await offerBack(before.id, bench);
  if (finding === undefined || witness === undefined || finding.cause === before.cause) {
    say(textOf(diagnosis, { ...look, ...(closed.host && { host: { ...closed.host, mendable: false } }) }));
    return 'failed';
  }
  const told = { ...diagnosis, findings: [finding], outcome: 'found' as const };
  say(
    `${textOf(told, { ...look, ...(closed.host && { host: { ...closed.host, mendable: false } }) }).split('\n\nWhy\n')[0]}\n\n`,
  );
  const id = stampOf(Date.now());
  const plans = await plansFor(finding, witness, testimony?.system, id);
  if (way === 'plan') return tellPlan(plans, bench);
  const chosen = way === 'yes' ? chooseByItself(plans, bench.own) : await chooseWithPerson(plans, bench);
  if (chosen === 'cancelled') return 'cancelled';
  if (chosen === 'leave') return 'left';
  if (chosen === 'none') {
    say('None of its fixes can be done by docker-why alone:\n\n');
    return tellPlan(plans, bench);
  }
  if (way === 'yes') say(showPlan(chosen, look));
  if (!isRoot() && witness.scene.rootless === undefined) {
    say(`\nThis needs root. As one block:\n\n${showScript(chosen)}\n`);
    return 'left';
  }
  const up = await perform(chosen, id, witness, bench);
  if (up === 'cancelled') return up;
  return up ? 'mended' : { id, cause: finding.cause };
};

const tellPlan = (plans: readonly Plan[], { look, say, options }: Bench): Round => {
  for (const plan of plans) say(`${showPlan(plan, look)}\n`);
  const doable = plans.find(isOurs);
  if (doable !== undefined && !isRoot()) say(`As one block, for root:\n\n${showScript(doable)}\n`);
  else if (doable !== undefined && !options.yes)
    say(
      'Nothing was changed. docker-why fix on a terminal asks; docker-why fix --yes does the first of these that is safe.\n',
    );
  return 'left';
};

/** Finds the cause, mends it, and looks whether it helped; the next cause of a chain may follow. */
const mend = async (named: Rule | undefined, way: Way, bench: Bench): Promise<number> => {
  let before: Before = {};
  for (let turn = 0; turn < mostRounds; turn += 1) {
    const result = await round(named, before, way, bench);
    if (typeof result !== 'string') {
      before = result;
      bench.say('\nDocker is not up yet; looking again.\n\n');
      continue;
    }
    if (result === 'mended') {
      bench.say('\nDocker is up, and stays up.\n');
      return 0;
    }
    return result === 'cancelled' ? 130 : 1;
  }
  bench.say('That was not all, and docker-why stops here.\n');
  return 1;
};

export const fix = async (options: Options, world: World): Promise<number> => {
  const [id, ...more] = options.operands;
  if (more.length > 0) throw new UsageError('fix takes one cause', 'docker-why fix CAUSE, or docker-why fix');
  if (options.host !== undefined && options.host !== 'local')
    throw new UsageError('fix works on this host only', 'log in there and run docker-why fix');
  if (options.root !== undefined)
    throw new UsageError('fix works on a running host only', 'docker-why --root shows what to do');
  if (options.format !== 'text')
    throw new UsageError(
      'fix speaks to a person',
      'docker-why --json tells a program what is wrong and how to mend it',
    );
  const extra = await extraRules(options.rules);
  const shipped = shippedRules();
  const rules = [...shipped, ...extra];
  const { openHands } = await import('../hosts/hands/index.ts');
  const way = wayOf(options, world);
  const look = lookOf(options, world);
  const bench: Bench = {
    options,
    world,
    rulebook: openRulebook(rules),
    own: new Set(shipped.map(({ id }) => id).filter((one) => !extra.some((rule) => rule.id === one))),
    look,
    say: (text) => world.stdout.write(text),
    hands: openHands(world.env),
    talk: way === 'ask' ? await openConversation(look.unicode ? safeText : asciiText, look.unicode) : undefined,
  };
  try {
    return await mend(id === undefined ? undefined : ruleNamed(id, rules), way, bench);
  } catch (error) {
    if (!(error instanceof MendError)) throw error;
    world.stderr.write(`${safeText(`docker-why: ${error.message}: ${error.hint}`)}\n`);
    return 1;
  }
};
