import type { Rulebook } from '../../core/diagnose.ts';
import type { Rule } from '../../core/types.ts';
import { type Conversation, openConversation } from '../../guide/conversation.ts';
import type { Host } from '../../hosts/index.ts';
import { lookOf } from '../../look.ts';
import type { Options } from '../../options.ts';
import { asciiText, type ReportOptions, safeText } from '../../report/index.ts';
import { extraRules, rulebookWith, shippedRules } from '../../rulebook/load.ts';
import type { World } from '../../world.ts';
import { isConversation } from './conversation.ts';
import { type Bedside, openPatient, type Patient } from './patient.ts';

/** `plan` shows, `ask` asks, `yes` does. */
export type Way = 'plan' | 'ask' | 'yes';

/** What a guided fix works with. */
export interface Bench {
  readonly way: Way;
  readonly options: Options;
  readonly world: World;
  readonly rules: readonly Rule[];
  readonly rulebook: Rulebook;
  /** Causes that docker-why itself knows. */
  readonly own: ReadonlySet<string>;
  readonly look: ReportOptions;
  readonly say: (text: string) => void;
  readonly patient: Patient;
  readonly talk: Conversation | undefined;
}

/** How far it may go: writing needs a yes, on a terminal or on the command line. */
const wayOf = ({ dryRun, yes }: Options, world: World): Way => {
  if (dryRun) return 'plan';
  if (yes) return 'yes';
  return isConversation(world) ? 'ask' : 'plan';
};

export const talkOn = ({ unicode }: ReportOptions): Promise<Conversation> =>
  openConversation(unicode ? safeText : asciiText, unicode);

/** Who may be asked for a password, and what is said meanwhile. */
export const bedsideOf = (options: Options, world: World): Bedside => {
  const say = (text: string): void => void world.stderr.write(safeText(text));
  if (!isConversation(world)) return { say };
  return { say, password: async (question) => (await talkOn(lookOf(options, world))).password(question) };
};

/** `known`: the host to mend, where it is connected already. */
export const openBench = async (options: Options, world: World, known?: Host): Promise<Bench> => {
  const extra = await extraRules(options.rules);
  const shipped = shippedRules();
  const rules = [...shipped, ...extra];
  const way = wayOf(options, world);
  const look = lookOf(options, world);
  return {
    way,
    options,
    world,
    rules,
    rulebook: rulebookWith(extra),
    own: new Set(shipped.map(({ id }) => id).filter((one) => !extra.some((rule) => rule.id === one))),
    look,
    say: (text) => world.stdout.write(text),
    patient: await openPatient(options, world, bedsideOf(options, world), known),
    talk: way === 'ask' ? await talkOn(look) : undefined,
  };
};
