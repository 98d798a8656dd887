import type { Rule } from '../core/types.ts';
import { columns, padTo } from './columns.ts';
import { type Look, type Paint, paintFor } from './paint.ts';
import { asciiText, mapTexts, safeText } from './safe-text.ts';
import { joined, type Lines } from './text/layout.ts';
import { wrap } from './wrap.ts';

export type Cause = Pick<Rule, 'id' | 'title'>;

const groupOf = ({ id }: Cause): string => id.slice(0, id.indexOf('/'));

const entry = ({ id, title }: Cause, left: number, paint: Paint): Lines => {
  if (paint.width - left < 36) return [`  ${id}`, ...wrap(title, paint.width, { first: '      ' }).map(paint.dim)];
  return wrap(title, paint.width, { first: padTo(`  ${id}`, left), rest: ' '.repeat(left) });
};

/** The known causes, by group, for `docker-why causes`. */
export const listCauses = (raw: readonly Cause[], look: Look): string => {
  const paint = paintFor(look);
  const causes = mapTexts(
    raw.map(({ id, title }) => ({ id, title })),
    look.unicode ? safeText : asciiText,
  );
  const left = Math.max(0, ...causes.map(({ id }) => columns(id))) + 4;
  const groups = [...new Set(causes.map(groupOf))].toSorted();
  return joined(
    groups.map((group) => [
      paint.bold(group),
      ...causes
        .filter((cause) => groupOf(cause) === group)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .flatMap((cause) => entry(cause, left, paint)),
    ]),
  );
};
