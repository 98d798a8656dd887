import type { Action, Plan } from '../../core/types.ts';
import { MendError } from '../../errors.ts';
import { type Conduct, staysUp } from '../../guide/settled.ts';
import type { Hands } from '../../hosts/hands/index.ts';
import { safeText } from '../../report/index.ts';
import { version } from '../../version.ts';
import type { Witness } from '../diagnose/testify.ts';
import type { Bench } from './bench.ts';
import { heedingSignals } from './interrupt.ts';

/** A unit that stays up so long is up; a start may take as long as systemd lets it. Milliseconds. */
const patience = { stable: 4000, most: 100_000 };

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

/** Does a plan as a whole, or nothing of it; false where it was cancelled. */
const change = (plan: Plan, id: string, hands: Hands, { say }: Bench): Promise<boolean> =>
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
export const perform = async (
  plan: Plan,
  id: string,
  { scene }: Witness,
  hands: Hands,
  bench: Bench,
): Promise<'up' | 'down' | 'cancelled'> => {
  const { say, patient } = bench;
  const { way } = patient;
  const { conduct } = await import('../../hosts/index.ts');
  if (!(await change(plan, id, hands, bench))) return 'cancelled';
  say(`  done; docker-why undo ${id}${way} takes it back\n`);
  const host = await patient.host();
  const look: Conduct = async (inquiry) => {
    const result = await conduct(inquiry, host);
    if (host.isGone?.() !== true) return result;
    throw new MendError(
      `the connection to ${host.name} was lost`,
      `what was done stands: docker-why fix${way} looks again, docker-why undo ${id}${way} takes it back`,
    );
  };
  try {
    return (await staysUp(scene, look, patience)) ? 'up' : 'down';
  } finally {
    await host.close();
  }
};

/** A change that did not help is taken back, where that is wanted; `--yes` wants it. */
export const offerBack = async (id: string, hands: Hands, { say, talk, options }: Bench): Promise<void> => {
  const back = options.yes || (await talk?.agree('It did not help. Take the change back?')) === true;
  if (!back) return;
  const { conflicts } = await hands.undo(id);
  say(
    conflicts.length === 0
      ? '  The change was taken back.\n'
      : `  Not taken back: ${safeText(conflicts.map(({ path }) => path).join(', '))} was changed meanwhile.\n`,
  );
};

/** A fix that was killed in the middle left things half done. Tells whether something was taken back. */
export const offerRest = async (hands: Hands, { say, talk, way, patient }: Bench): Promise<boolean> => {
  let isBack = false;
  const open = (await hands.list()).filter(({ state }) => state === 'open');
  for (const { id, title } of open) {
    say(`An earlier fix was broken off in the middle: ${safeText(title)}\n`);
    const back = way === 'ask' && (await talk?.agree('Take it back first?')) === true;
    if (!back) {
      say(`  docker-why undo ${id}${patient.way} takes it back\n\n`);
      continue;
    }
    const { conflicts } = await hands.undo(id);
    isBack ||= conflicts.length === 0;
    say(
      conflicts.length === 0
        ? '  It was taken back.\n\n'
        : `  A file was changed since: docker-why undo ${id}${patient.way}\n\n`,
    );
  }
  return isBack;
};
