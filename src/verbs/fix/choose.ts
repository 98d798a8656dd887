import type { Plan } from '../../core/types.ts';
import type { Conversation } from '../../guide/conversation.ts';
import { isDoable, isForPersons } from '../../guide/plan/index.ts';
import { type ReportOptions, safeText } from '../../report/index.ts';
import { showPlan } from './show.ts';

export type Chosen = Plan | 'leave' | 'cancelled' | 'none';

/** What docker-why may do once somebody said yes. */
export const isOurs = (plan: Plan): boolean => isDoable(plan) && !isForPersons(plan);

/** `Unlock the swarm, if it is locked`: whether that holds, a person has to judge. */
const isConditional = ({ title }: Plan): boolean => /\b(?:if|where|unless)\b/.test(title);

/** Rules of others say what to run; only a person says that it is run. `own`: causes that docker-why itself knows. */
export const chooseByItself = (plans: readonly Plan[], own: ReadonlySet<string>): Chosen =>
  plans.find((plan) => own.has(plan.cause) && isOurs(plan) && !isConditional(plan)) ?? 'none';

export interface Talk {
  readonly look: ReportOptions;
  readonly say: (text: string) => void;
  readonly talk: Pick<Conversation, 'choose' | 'agree'> | undefined;
  /** Where and as who it would be done, where that is not here. */
  readonly where?: string | undefined;
}

/** The choices, what the chosen one would do, and a yes to just that; after a no the choices again. */
export const chooseWithPerson = async (plans: readonly Plan[], { look, say, talk, where }: Talk): Promise<Chosen> => {
  if (talk === undefined) return 'none';
  for (;;) {
    const plan = await talk.choose('How shall it be mended?', plans);
    if (plan === undefined) return 'cancelled';
    if (plan === 'leave') return 'leave';
    say(`\n${showPlan(plan, look)}`);
    if (!isOurs(plan)) {
      for (const problem of plan.problems) say(`  ${safeText(problem)}\n`);
      say('  This one is for you to do; docker-why does not.\n\n');
      continue;
    }
    if (where !== undefined) say(`  ${safeText(where)}\n\n`);
    const agreed = await talk.agree('Do this now? What is changed can be taken back.');
    if (agreed === undefined) return 'cancelled';
    if (agreed) return plan;
  }
};
