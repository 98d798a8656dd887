import type { Diagnosis } from '../../core/types.ts';
import { columns, padTo } from '../columns.ts';
import { headlineOf, standing } from '../headline.ts';
import { type Look, type Paint, paintFor } from '../paint.ts';
import { asciiText, mapTexts, safeText, shorten } from '../safe-text.ts';
import { counted, listed } from '../words.ts';
import { wrap } from '../wrap.ts';
import { toneGlyph } from './headline.ts';
import { joined, type Lines } from './layout.ts';

interface Row {
  readonly glyph: string;
  readonly cells: readonly [input: string, outcome: string, verdict: string, cause: string];
}

const rowOf = (diagnosis: Diagnosis, paint: Paint): Row => {
  const [first, ...others] = diagnosis.outcome === 'found' ? standing(diagnosis) : [];
  const rivals = first?.verdict === 'possible' ? others.length : 0;
  const input = shorten(diagnosis.input.replaceAll('\n', ' '), 60, paint.glyph('cut'));
  return {
    glyph: toneGlyph(headlineOf(diagnosis).tone, paint),
    cells: [input, diagnosis.outcome, first?.verdict ?? '', `${first?.cause ?? ''}${rivals > 0 ? ` +${rivals}` : ''}`],
  };
};

const heads = ['input', 'outcome', 'verdict', 'cause'] as const;

const table = (rows: readonly Row[], paint: Paint): Lines => {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map(({ cells }) => columns(cells[at] ?? ''))));
  const wide = 2 + widths.reduce((sum, width) => sum + width + 2, -2) <= paint.width;
  if (!wide) return rows.flatMap((row) => stacked(row, paint));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => padTo(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [paint.dim(`  ${line(heads)}`), ...rows.map(({ glyph, cells }) => `${glyph} ${line(cells)}`)];
};

/** Where a row does not fit beside the others: the input, and under it what was found. */
const stacked = ({ glyph, cells: [input, outcome, verdict, cause] }: Row, paint: Paint): Lines => {
  const what = [outcome, verdict].filter(Boolean).join(', ');
  return [
    `${glyph} ${input}`,
    ...wrap(cause === '' ? what : `${what}: ${cause}`, paint.width, { first: '    ' }).map(paint.dim),
  ];
};

const tally = (words: readonly string[]): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
};

const totals = (diagnoses: readonly Diagnosis[], paint: Paint): Lines => {
  const outcomes = tally(diagnoses.map(({ outcome }) => outcome)).map(([outcome, count]) => `${count} ${outcome}`);
  const causes = tally(diagnoses.flatMap((one) => (one.outcome === 'found' ? (standing(one)[0]?.cause ?? []) : [])));
  const often = causes.filter(([, count]) => count > 1).slice(0, 5);
  return [
    ...wrap(`${counted(diagnoses.length, 'input')}: ${listed(outcomes)}.`, paint.width),
    ...often.map(([cause, count]) => `  ${String(count).padStart(3)} x ${cause}`),
  ];
};

/** Several inputs: a row for each, then how often what was found. */
export const summaryOf = (raw: readonly Diagnosis[], look: Look): string => {
  const paint = paintFor(look);
  const diagnoses = mapTexts(raw, look.unicode ? safeText : asciiText);
  return joined([
    table(
      diagnoses.map((diagnosis) => rowOf(diagnosis, paint)),
      paint,
    ),
    totals(diagnoses, paint),
    [paint.dim('One of them in full: docker-why FILE')],
  ]);
};
