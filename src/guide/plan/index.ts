import type { Inquiry } from '../../core/ask/inquiry.ts';
import type { Scene } from '../../core/ask/scene.ts';
import { fill, placeholders } from '../../core/rules/captures.ts';
import type { Captures, CauseId, Fix, Plan, Step, System } from '../../core/types.ts';
import { openDraft } from './draft.ts';
import { freeRange } from './free-range.ts';
import { planStep } from './steps.ts';

export interface PlanFor {
  readonly cause: CauseId;
  readonly fix: Fix;
  readonly captures: Captures;
  readonly scene: Scene;
  readonly system: System;
  readonly stamp: string;
}

/** Values are filled into the strings of a step one by one, never into a text that is parsed again. */
const filled = (step: Step, captures: Captures): Step => {
  const map = (value: unknown): unknown => {
    if (typeof value === 'string') return fill(value, captures) ?? value;
    if (Array.isArray(value)) return value.map(map);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)]));
  };
  return map(step) as Step;
};

/** A sentence for a person may name what nobody knows: `<user>`. */
const saidWith = (text: string, captures: Captures): string =>
  fill(text, { ...Object.fromEntries(placeholders(text).map((name) => [name, `<${name}>`])), ...captures }) ?? text;

const openNames = (steps: readonly Step[]): readonly string[] => [...new Set(placeholders(JSON.stringify(steps)))];

/** A fix, made ready for one host; reads, and changes nothing. */
export function* planOf({ cause, fix, captures, scene, system, stamp }: PlanFor): Inquiry<Plan> {
  const draft = openDraft();
  const needsRange = openNames(fix.steps).includes('free-range');
  const free = needsRange ? yield* freeRange(draft) : undefined;
  const known = { ...captures, ...(free !== undefined && { 'free-range': String(free) }) };
  const steps = fix.steps.map((step) => ('say' in step ? { say: saidWith(step.say, known) } : filled(step, known)));
  for (const name of openNames(steps.filter((step) => !('say' in step))))
    draft.problems.push(`it is not known which ${name} is meant`);
  if (draft.problems.length === 0) for (const step of steps) yield* planStep(step, { draft, scene, system, stamp });
  return {
    cause,
    title: saidWith(fix.title, known),
    risk: fix.risk,
    ...(fix.cost !== undefined && { cost: saidWith(fix.cost, known) }),
    actions: draft.actions,
    problems: draft.problems,
  };
}

/**
 * docker-why can do it: it changes something, and nothing in it waits for a person. What is said
 * after the last change is only good to know.
 */
export const isDoable = ({ actions, problems }: Plan): boolean => {
  const last = actions.findLastIndex((action) => action.do !== 'tell');
  return problems.length === 0 && last >= 0 && actions.slice(0, last).every((action) => action.do !== 'tell');
};

/** Only a person does what may cost data or safety. */
export const isForPersons = ({ risk }: Plan): boolean => risk === 'data' || risk === 'security';
