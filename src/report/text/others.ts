import type { Diagnosis, Finding } from '../../core/types.ts';
import { questionOf, refutation } from '../checks.ts';
import { alsoProven, rivalsOf, titleOf } from '../headline.ts';
import type { Paint } from '../paint.ts';
import { counted } from '../words.ts';
import { wrap } from '../wrap.ts';
import { bullet, copyable, type Lines, section } from './layout.ts';

const most = 4;

const named = (finding: Finding): string => `${titleOf(finding)} [${finding.cause}]`;

/** A suspect, and the question that would tell it from the others. */
const suspect = (finding: Finding, paint: Paint): Lines => {
  const question = questionOf(finding);
  return [
    ...bullet(named(finding), paint),
    ...(question === undefined
      ? []
      : [...wrap(question.why, paint.width, { first: '    ' }), ...copyable(question.run, '      ')]),
  ];
};

/** How the first suspect and its rivals are told apart. */
export const others = (diagnosis: Diagnosis, paint: Paint): Lines => {
  const { heading, findings: all } = rivalsOf(diagnosis);
  const left = all.length - most - 1;
  return section(
    heading,
    [
      ...all.slice(0, left > 0 ? most : most + 1).flatMap((finding) => suspect(finding, paint)),
      ...(left > 0 ? bullet(`${counted(left + 1, 'more cause')}; --json lists all`, paint) : []),
    ],
    paint,
  );
};

/** Proven as well; it may stop Docker next. */
export const nextOnes = (diagnosis: Diagnosis, paint: Paint, host = 'the host'): Lines =>
  section(
    `Also wrong on ${host}, and perhaps the next to stop Docker`,
    alsoProven(diagnosis).flatMap((finding) => [
      ...bullet(named(finding), paint),
      ...copyable(`docker-why explain ${finding.cause}`, '      '),
    ]),
    paint,
  );

/** Looked at, and put aside; last, for who wonders. */
export const refuted = (diagnosis: Diagnosis, paint: Paint): Lines =>
  section(
    'Looked at, and ruled out',
    diagnosis.findings
      .filter(({ verdict }) => verdict === 'refuted')
      .flatMap((finding) => bullet(`${named(finding)}: ${refutation(finding)}`, paint)),
    paint,
  );
