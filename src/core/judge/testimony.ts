import { commandFor } from '../probes/index.ts';
import type { Story } from '../suspect.ts';
import type { Testimony, UnitState } from '../types.ts';
import { muteNotes } from './answering.ts';
import { telling } from './changes.ts';

const stateWords = ({ active, load, sub }: UnitState): string =>
  load === 'loaded'
    ? `systemd says now: docker.service is ${active}${sub === undefined ? '' : ` (${sub})`}.`
    : `systemd says now: docker.service is ${load}.`;

/** Answers that rights would give: which they are, in the words of a person. */
const deniedWords = ({ answers }: Testimony): readonly string[] => {
  const denied = answers.filter(({ answer }) => !answer.known && answer.why === 'denied');
  if (denied.length === 0) return [];
  const commands = [...new Set(denied.map(({ query }) => commandFor(query) ?? query.ask))];
  const more = commands.length > 2 ? `, and ${commands.length - 2} more` : '';
  return [
    `As this user ${denied.length === 1 ? 'one question' : `${denied.length} questions`} could not be answered; sudo would tell more: ${commands.slice(0, 2).join('; ')}${more}.`,
  ];
};

/** What a host adds to the story, each in one sentence. */
export const testimonyNotes = (testimony: Testimony, state: UnitState | undefined, story: Story): readonly string[] => [
  ...(state === undefined ? [] : [stateWords(state)]),
  ...muteNotes(state, testimony.answers),
  ...telling(testimony.changes ?? [], story),
  ...deniedWords(testimony),
];
