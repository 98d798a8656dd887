import type { Paint } from '../paint.ts';
import type { StepLine } from '../steps.ts';
import { wrap } from '../wrap.ts';

export type Lines = readonly string[];

/** A part of the report under its heading; nothing where it has nothing to say. */
export const section = (heading: string, lines: Lines, paint: Paint): Lines =>
  lines.length === 0 ? [] : [paint.bold(heading), ...lines];

export const bullet = (text: string, paint: Paint): Lines =>
  wrap(text, paint.width, { first: `  ${paint.glyph('bullet')} `, rest: '    ' });

/** A text to copy: on lines of its own, blanks before it, nothing behind it, never wrapped. */
export const copyable = (text: string, indent: string): Lines => text.split('\n').map((line) => indent + line);

export const stepText = (lines: readonly StepLine[], indent: string, paint: Paint): Lines =>
  lines.flatMap((line) =>
    'say' in line ? wrap(line.say, paint.width, { first: indent }) : copyable(line.copy, `${indent}  `),
  );

/** Parts with one blank line between them. */
export const joined = (parts: readonly Lines[]): string =>
  `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
