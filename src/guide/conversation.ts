import type { Plan } from '../core/types.ts';

/** What a person chose; nothing where they broke off. */
export interface Conversation {
  readonly choose: (question: string, plans: readonly Plan[]) => Promise<Plan | 'leave' | undefined>;
  /** Default is No. */
  readonly agree: (question: string) => Promise<boolean | undefined>;
  /** What is typed is not shown. */
  readonly password: (question: string) => Promise<string | undefined>;
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

/** It looks at TERM alone, once, for whether it may draw with Unicode; a terminal of another locale may not. */
const loadPrompts = async (isUnicode: boolean) => {
  const { TERM } = process.env;
  if (!isUnicode) process.env['TERM'] = 'linux';
  try {
    return await import('@clack/prompts');
  } finally {
    if (TERM !== undefined) process.env['TERM'] = TERM;
    else delete process.env['TERM'];
  }
};

const ascii: Readonly<Record<string, string>> = { '\u2014': '-', '\u2191': 'up', '\u2193': 'down', '\u2022': '-' };

/** Even then it writes some; this is the terminal with those in ASCII. */
const asciiOutput = (): typeof process.stdout => {
  const { stdout } = process;
  const output = Object.create(stdout) as typeof process.stdout;
  output.write = (text: string | Uint8Array): boolean =>
    stdout.write(typeof text === 'string' ? text.replaceAll(/[^\0-\x7f]/gu, (one) => ascii[one] ?? '?') : text);
  return output;
};

/** Questions on a terminal; `safe` takes out what a terminal would obey. */
export const openConversation = async (safe: (text: string) => string, isUnicode: boolean): Promise<Conversation> => {
  const { confirm, isCancel, password: ask, select } = await loadPrompts(isUnicode);
  const where = isUnicode ? {} : { output: asciiOutput() };

  const choose: Conversation['choose'] = async (message, plans) => {
    const options = plans.map((plan, index) => ({
      value: String(index),
      label: safe(plan.title),
      hint: safe(hintOf(plan)),
    }));
    const chosen = await select({
      ...where,
      message,
      options: [...options, { value: leave, label: 'Leave everything as it is' }],
    });
    if (isCancel(chosen)) return undefined;
    return chosen === leave ? leave : plans[Number(chosen)];
  };

  const agree: Conversation['agree'] = async (message) => {
    const answer = await confirm({ ...where, message, initialValue: false });
    return isCancel(answer) ? undefined : answer;
  };

  const password: Conversation['password'] = async (message) => {
    const answer = await ask({ ...where, message: safe(message) });
    return isCancel(answer) ? undefined : answer;
  };

  return { choose, agree, password };
};
