import type { Captures, Finding, Fix } from '../../core/types.ts';
import type { Paint } from '../paint.ts';
import { type System, stepsLines } from '../steps.ts';
import { costOf, fixTitle, told } from '../words.ts';
import { wrap } from '../wrap.ts';
import { type Lines, stepText } from './layout.ts';

const titleLines = (fix: Fix, number: number, captures: Captures, paint: Paint, { distro }: System): Lines => {
  return wrap(fixTitle(fix, captures, distro), paint.width, { first: `  ${number}. `, rest: '     ' });
};

const risky = ({ risk }: Fix): boolean => risk === 'data' || risk === 'security';

/** A fix with its price, its steps and the way back. */
export const wholeFix = (fix: Fix, number: number, captures: Captures, paint: Paint, system: System): Lines => {
  const say = (text: string): Lines => wrap(text, paint.width, { first: '     ' });
  const undo = fix.undo === undefined ? [] : say(`Undo: ${told(fix.undo, captures)}`);
  return [
    ...titleLines(fix, number, captures, paint, system).map(paint.bold),
    ...say(told(costOf(fix), captures)).map(risky(fix) ? (line) => paint.tone('possible', line) : (line) => line),
    ...stepText(stepsLines(fix.steps, captures, system), '     ', paint),
    ...undo,
  ];
};

/** The likeliest fix in full, the others by name. */
export const fixes = ({ cause, fixes: [first, ...others], captures }: Finding, paint: Paint, system: System): Lines => {
  if (first === undefined) return [];
  const whole = wholeFix(first, 1, captures, paint, system);
  if (others.length === 0) return whole;
  return [
    ...whole,
    '',
    ...others.flatMap((fix, at) => titleLines(fix, at + 2, captures, paint, system)),
    paint.dim(`     in full: docker-why explain ${cause}`),
  ];
};
