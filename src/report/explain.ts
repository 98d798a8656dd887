import { commandFor } from '../core/probes/index.ts';
import type { Check, Rule } from '../core/types.ts';
import { meaningOf } from './checks.ts';
import { type Look, type Paint, paintFor } from './paint.ts';
import { asciiText, mapTexts, safeText, shorten } from './safe-text.ts';
import type { System } from './steps.ts';
import { wholeFix } from './text/fixes.ts';
import { bullet, copyable, joined, type Lines, section } from './text/layout.ts';
import { told } from './words.ts';
import { wrap, wrapProse } from './wrap.ts';

export interface ExplainOptions extends Look, System {}

/** Each command once, with all that its answer may mean. */
const checks = (all: readonly Check[], paint: Paint): Lines => {
  const meanings = new Map<string, readonly string[]>();
  for (const one of all) {
    const command = told(commandFor(one.query) ?? one.query.ask, {});
    const meaning = told(meaningOf(one), {});
    meanings.set(command, [...new Set([...(meanings.get(command) ?? []), meaning])]);
  }
  return [...meanings].flatMap(([command, texts]) => [
    ...copyable(command, '    '),
    ...texts.flatMap((text) => wrap(text, paint.width, { first: '  ' })),
  ]);
};

const example = (text: string, paint: Paint): Lines => {
  const bar = `  ${paint.glyph('bar')} `;
  return wrap(shorten(text, 300, ` ${paint.glyph('cut')} `), paint.width, { first: bar });
};

const title = (rule: Rule, paint: Paint): Lines => [
  ...wrap(rule.title, paint.width).map(paint.bold),
  ...wrap(rule.id, paint.width).map(paint.dim),
];

/** Everything that is known about one cause, for `docker-why explain`. */
export const explainCause = (raw: Rule, options: ExplainOptions): string => {
  const paint = paintFor(options);
  const rule = mapTexts(raw, options.unicode ? safeText : asciiText);
  const fixes = rule.fixes.map((fix, at) => wholeFix(fix, at + 1, {}, paint, options));
  const [first = [], ...others] = fixes;
  return joined([
    title(rule, paint),
    wrapProse(told(rule.explain, {}), paint.width, ''),
    section(
      'Messages that lead to it',
      rule.examples.hit.slice(0, 6).flatMap((text) => example(text, paint)),
      paint,
    ),
    section('What tells for sure', checks(rule.checks ?? [], paint), paint),
    section('What to do', first, paint),
    ...others,
    section(
      'Read on',
      rule.references.flatMap((text) => bullet(text, paint)),
      paint,
    ),
  ]);
};
