import type { Diagnosis, Evidence } from '../../core/types.ts';
import { standing, titleOf } from '../headline.ts';
import type { Paint } from '../paint.ts';
import { quotedAll } from './evidence.ts';
import { bullet, type Lines, section } from './layout.ts';

const proves = /completed initialization|API listen on|^Started |active \(running\)/i;

export const isProof = ({ text }: Evidence): boolean => proves.test(text);

/** What proves that Docker is up, and what only looks alarming. */
export const health = (diagnosis: Diagnosis, paint: Paint): readonly Lines[] => [
  section('What proves it', quotedAll(diagnosis.seen.filter(isProof), paint), paint),
  section(
    'What was wrong before',
    standing(diagnosis).flatMap((finding) => [
      ...bullet(`${titleOf(finding)} [${finding.cause}]`, paint),
      ...quotedAll(finding.evidence, paint, finding.captures, 1),
    ]),
    paint,
  ),
  section(
    'Alarming lines, yet Docker runs',
    quotedAll(
      diagnosis.seen.filter((one) => !isProof(one)),
      paint,
    ),
    paint,
  ),
];

export const complaints = (diagnosis: Diagnosis, paint: Paint): Lines =>
  section('What was seen', quotedAll(diagnosis.seen, paint, {}, 3), paint);
