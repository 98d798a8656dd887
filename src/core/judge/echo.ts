import type { Rule, Suspect } from '../types.ts';

/** The best line for it is the echo of some failure. */
export const isEcho = ({ hits }: Suspect): boolean => hits[0]?.weight === 'fallback';

/** A state that every failed start leaves behind (nothing answers at the socket): even proved, it is no reason. */
export const tellsEchoesOnly = ({ symptoms }: Rule): boolean => symptoms.every(({ weight }) => weight === 'fallback');
