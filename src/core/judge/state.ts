import type { Scalar, UnitState } from '../types.ts';

export const unitState = (facts: Readonly<Record<string, Scalar>>): UnitState | undefined => {
  const { active, load, sub } = facts;
  if (typeof load !== 'string') return undefined;
  return { load, active: typeof active === 'string' ? active : 'unknown', ...(typeof sub === 'string' && { sub }) };
};

/** It is not running, or only being tried again and again. */
export const isDown = (state: UnitState | undefined): boolean =>
  state !== undefined && (state.load !== 'loaded' || ['failed', 'inactive', 'activating'].includes(state.active));
