import type { Diagnosis, Wanted } from '../../core/types.ts';
import { questionOf, requestsOf } from '../checks.ts';
import { rivalsOf, standing } from '../headline.ts';
import type { Paint } from '../paint.ts';
import { bullet, copyable, type Lines, section } from './layout.ts';

/** Each command once; not those that stand beside a suspect anyway. */
export const wantedOf = (diagnosis: Diagnosis): readonly Wanted[] => {
  const [first] = diagnosis.outcome === 'healthy' ? [] : standing(diagnosis);
  const beside = new Set(rivalsOf(diagnosis).findings.map((finding) => questionOf(finding)?.run));
  const own = first === undefined || first.verdict === 'confirmed' ? [] : requestsOf(first);
  const byCommand = new Map([...own, ...diagnosis.wanted].toReversed().map((one) => [one.run, one]));
  return [...byCommand.values()].toReversed().filter(({ run }) => !beside.has(run));
};

export const wanted = (diagnosis: Diagnosis, paint: Paint, heading: string, most: number): Lines =>
  section(
    heading,
    wantedOf(diagnosis)
      .slice(0, most)
      .flatMap(({ run, why }) => [...bullet(why, paint), ...copyable(run, '      ')]),
    paint,
  );
