import { expect, test } from 'vitest';
import type { Action, CauseId, Plan, Risk } from '../../../src/core/types.ts';
import { chooseByItself, chooseWithPerson } from '../../../src/verbs/fix/choose.ts';

const run: Action = { do: 'run', argv: ['true'] };
const look = { colour: false, unicode: true, width: 60 };

const planOf = (cause: CauseId, risk: Risk = 'safe', actions: readonly Action[] = [run]): Plan => ({
  cause,
  title: `A plan of risk ${risk}`,
  risk,
  actions,
  problems: [],
});

const own = new Set(['own/cause']);

test('by itself only what is safe or restarts Docker, and only of the rules that ship with it', () => {
  const foreign = planOf('their/cause');
  expect(chooseByItself([foreign], own)).toBe('none');
  for (const risk of ['data', 'security'] as const)
    expect(chooseByItself([planOf('own/cause', risk)], own)).toBe('none');
  expect(chooseByItself([planOf('own/cause', 'safe', [{ do: 'tell', text: 'x' }, run])], own)).toBe('none');
  const good = planOf('own/cause', 'restarts');
  expect(chooseByItself([{ ...good, title: 'Unlock the swarm, if it is locked' }], own)).toBe('none');
  expect(chooseByItself([planOf('own/cause', 'data'), foreign, good], own)).toBe(good);
});

test('with a person: what is at risk comes back to the choices, a no too, and breaking off ends it', async () => {
  const [risky, good] = [planOf('own/cause', 'data'), planOf('their/cause')];
  const answers: (Plan | 'leave' | undefined)[] = [risky, good, good];
  const agreed: (boolean | undefined)[] = [false, true];
  const said: string[] = [];
  const talk = { choose: async () => answers.shift(), agree: async () => agreed.shift() };
  const chosen = await chooseWithPerson([risky, good], { look, talk, say: (text) => said.push(text) });
  expect(chosen).toBe(good);
  expect(said.join('')).toContain('This one is for you to do');
  expect([answers, agreed]).toEqual([[], []]);
  expect(await chooseWithPerson([good], { look, talk, say: () => {} })).toBe('cancelled');
  expect(await chooseWithPerson([good], { look, talk: undefined, say: () => {} })).toBe('none');
});
