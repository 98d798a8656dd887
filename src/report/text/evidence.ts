import type { Captures, Evidence } from '../../core/types.ts';
import type { Paint } from '../paint.ts';
import { shorten } from '../safe-text.ts';
import { counted, cutWords } from '../words.ts';
import { wrap } from '../wrap.ts';
import type { Lines } from './layout.ts';

const longest = 400;
const mostRows = 6;

/** Lines of a journal have no number that a person could look up. */
const placeOf = ({ source, line, at }: Evidence): string => {
  if (source === 'journal' && at !== undefined) return `journal, ${at}`;
  return `${source}:${line}${at === undefined ? '' : `, ${at}`}`;
};

/** Where a captured value stands: that part must stay visible. */
const keepOf = (text: string, captures: Captures): number | undefined => {
  const places = Object.values(captures)
    .map((value) => text.indexOf(value))
    .filter((place) => place >= 0);
  return places.length === 0 ? undefined : [...text.slice(0, places[0])].length;
};

/** One line of the log: its place, and its text behind a bar. */
export const quoted = (evidence: Evidence, paint: Paint, captures: Captures = {}, max = longest): Lines => {
  const bar = `  ${paint.glyph('bar')} `;
  const rows = evidence.text.split('\n').filter((row) => row.trim() !== '');
  const left = rows.length - mostRows;
  const told = rows
    .slice(0, mostRows)
    .map((row) => shorten(row, max, ` ${paint.glyph('cut')} `, keepOf(row, captures)));
  const cut = cutWords(evidence);
  return [
    ...wrap(placeOf(evidence), paint.width, { first: '  ' }).map(paint.dim),
    ...told.flatMap((row) => wrap(row, paint.width, { first: bar })),
    ...(left > 0 ? [paint.dim(`  ${counted(left, 'more row')} of this message`)] : []),
    ...wrap(cut, paint.width, { first: '  ' }).map(paint.dim),
  ];
};

/** The first lines in full; of the rest, how many there are. */
export const quotedAll = (all: readonly Evidence[], paint: Paint, captures: Captures = {}, most = 2): Lines => [
  ...all.slice(0, most).flatMap((evidence) => quoted(evidence, paint, captures)),
  ...(all.length > most ? [paint.dim(`  ${counted(all.length - most, 'more line')} like this`)] : []),
];
