import type { Plan } from '../core/types.ts';

/** What a person chose; nothing where they broke off. */
export interface Conversation {
  readonly choose: (question: string, plans: readonly Plan[]) => Promise<Plan | 'leave' | undefined>;
  /** Default is No. */
  readonly agree: (question: string) => Promise<boolean | undefined>;
}

const risks: Readonly<Record<Plan['risk'], string>> = {
  safe: 'nothing stops',
  restarts: 'Docker restarts',
  data: 'data is at risk: shown, for you to run',
  security: 'safety is at risk: shown, for you to run',
};

const hintOf = ({ risk, problems }: Plan): string =>
  problems.length > 0 ? `for you to do: ${problems[0]}` : risks[risk];

const leave = 'leave';

/** Questions on a terminal; `safe` takes out what a terminal would obey. */
export const openConversation = async (safe: (text: string) => string): Promise<Conversation> => {
  const { confirm, isCancel, select } = await import('@clack/prompts');

  const choose: Conversation['choose'] = async (message, plans) => {
    const options = plans.map((plan, index) => ({
      value: String(index),
      label: safe(plan.title),
      hint: safe(hintOf(plan)),
    }));
    const chosen = await select({
      message,
      options: [...options, { value: leave, label: 'Leave everything as it is' }],
    });
    if (isCancel(chosen)) return undefined;
    return chosen === leave ? leave : plans[Number(chosen)];
  };

  const agree: Conversation['agree'] = async (message) => {
    const answer = await confirm({ message, initialValue: false });
    return isCancel(answer) ? undefined : answer;
  };

  return { choose, agree };
};
