import type { Diagnosis } from '../../core/types.ts';
import { headlineOf } from '../headline.ts';
import type { Paint, Tone } from '../paint.ts';
import { wrap } from '../wrap.ts';
import type { Lines } from './layout.ts';

export const toneGlyph = (tone: Tone, paint: Paint): string => paint.tone(tone, paint.bold(paint.glyph(tone)));

/** The answer, its cause and how sure it is: what a tired person reads first. */
export const headline = (diagnosis: Diagnosis, paint: Paint, host: string | undefined): Lines => {
  const { tone, line, cause, detail } = headlineOf(diagnosis, host);
  const mark = `${paint.glyph(tone)} `;
  const [first = '', ...more] = wrap(line, paint.width, { first: mark, rest: '  ' });
  return [
    `${toneGlyph(tone, paint)} ${paint.bold(first.slice(mark.length))}`,
    ...more.map((text) => `  ${paint.bold(text.slice(2))}`),
    ...(cause === undefined ? [] : [paint.dim(`  ${cause}`)]),
    ...wrap(detail, paint.width, { first: '  ' }),
  ];
};
