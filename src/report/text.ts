import type { Diagnosis, Finding } from '../core/types.ts';
import { attemptSentence } from './attempts.ts';
import { standing } from './headline.ts';
import { type Look, type Paint, paintFor } from './paint.ts';
import { asciiText, mapTexts, safeText } from './safe-text.ts';
import type { System } from './steps.ts';
import { checked } from './text/checks.ts';
import { quotedAll } from './text/evidence.ts';
import { fixes } from './text/fixes.ts';
import { headline } from './text/headline.ts';
import { bullet, joined, type Lines, section } from './text/layout.ts';
import { nextOnes, others, refuted } from './text/others.ts';
import { complaints, health } from './text/seen.ts';
import { wanted } from './text/wanted.ts';
import { told } from './words.ts';
import { wrapProse } from './wrap.ts';

export interface TextOptions extends Look {
  readonly host?: {
    /** What the host is called in a sentence: `this host`, `web1`. */
    readonly name?: string;
    readonly distro?: readonly string[];
    /** The guided fix can change it. */
    readonly mendable?: boolean;
    /** What the command of the guided fix needs to come to it: nothing of this host, else ` --host ssh://...`. */
    readonly way?: string;
  };
  /** Only what is wrong and how that is known: what to do about it comes otherwise. */
  readonly findingOnly?: boolean;
}

const happened = (diagnosis: Diagnosis, paint: Paint, withAttempts: boolean): Lines => {
  const attempts = withAttempts ? attemptSentence(diagnosis) : '';
  return section(
    'What happened',
    [attempts, ...diagnosis.notes].flatMap((text) => bullet(text, paint)),
    paint,
  );
};

const guided = (cause: string, paint: Paint, way: string | undefined): Lines => [
  `${paint.bold('Step by step, with a way back')}`,
  `    ${way === undefined ? 'sudo ' : ''}docker-why fix ${cause}${way ?? ''}`,
];

/** Why it happens and how it is mended; under one heading as long as it is only a suspect. */
const remedy = (first: Finding, paint: Paint, system: System): readonly Lines[] => {
  const why = wrapProse(told(first.explain, first.captures), paint.width, '  ');
  const mend = fixes(first, paint, system);
  if (first.verdict !== 'possible') return [section('Why', why, paint), section('What to do', mend, paint)];
  return [section(`If it is ${first.cause}`, mend.length === 0 ? why : [...why, '', ...mend], paint)];
};

const found = (diagnosis: Diagnosis, paint: Paint, { host = {}, findingOnly }: TextOptions): readonly Lines[] => {
  const [first] = standing(diagnosis);
  if (first === undefined) return [];
  const known = [quotedAll(first.evidence, paint, first.captures), checked(first, paint, host.name)];
  if (findingOnly === true) return known;
  const tellApart = [
    nextOnes(diagnosis, paint, host.name),
    others(diagnosis, paint),
    wanted(diagnosis, paint, 'To be sure', 3),
  ];
  const mend = remedy(first, paint, host);
  return [
    ...known,
    ...(first.verdict === 'possible' ? [...tellApart, ...mend] : [...mend, ...tellApart.toReversed()]),
    happened(diagnosis, paint, true),
    refuted(diagnosis, paint),
    host.mendable === true && first.verdict !== 'possible' && first.fixes.length > 0
      ? guided(first.cause, paint, host.way)
      : [],
  ];
};

const insufficient = (diagnosis: Diagnosis, paint: Paint): readonly Lines[] => [
  wanted(diagnosis, paint, 'Run this next', 4),
  complaints(diagnosis, paint),
  others(diagnosis, paint),
  happened(diagnosis, paint, false),
  refuted(diagnosis, paint),
];

const body = (diagnosis: Diagnosis, paint: Paint, options: TextOptions): readonly Lines[] => {
  switch (diagnosis.outcome) {
    case 'found':
      return found(diagnosis, paint, options);
    case 'insufficient':
      return insufficient(diagnosis, paint);
    case 'healthy':
      return [...health(diagnosis, paint), happened(diagnosis, paint, true), refuted(diagnosis, paint)];
    case 'unrelated':
      return [wanted(diagnosis, paint, 'What would help', 2), happened(diagnosis, paint, false)];
  }
};

/** One diagnosis for a terminal. */
export const textOf = (raw: Diagnosis, options: TextOptions): string => {
  const paint = paintFor(options);
  const diagnosis = mapTexts(raw, options.unicode ? safeText : asciiText);
  return joined([headline(diagnosis, paint, options.host?.name), ...body(diagnosis, paint, options)]);
};
