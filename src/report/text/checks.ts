import type { Finding } from '../../core/types.ts';
import { answerWords, commandOf, wasAsked } from '../checks.ts';
import type { Paint } from '../paint.ts';
import { wrap } from '../wrap.ts';
import { bullet, type Lines, section } from './layout.ts';

/** What the host was asked, and what it answered. */
export const checked = (finding: Finding, paint: Paint, host = 'the host'): Lines =>
  section(
    `What ${host} answered`,
    finding.checks
      .filter(wasAsked)
      .flatMap((check) => [
        ...bullet(answerWords(check), paint),
        ...wrap(commandOf(check), paint.width, { first: '    ' }).map(paint.dim),
      ]),
    paint,
  );
