import { askEach } from '../ask/inquiry.ts';
import { isUnit, property, type Unit, unitOf } from '../ask/unit.ts';
import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

const mostFiles = 64;

/** A file's line begins with `-` where systemd may do without it; `systemctl show` says so in words (systemd.exec(5)). */
const mandatory = ({ properties }: Unit): readonly string[] => {
  const shown = (properties.get('EnvironmentFiles') ?? []).filter((value) => !value.endsWith(' (ignore_errors=yes)'));
  const written = (properties.get('EnvironmentFile') ?? []).filter((value) => !value.startsWith('-'));
  return [...shown, ...written]
    .map((value) => value.replace(/ \(ignore_errors=no\)$/, ''))
    .filter((path) => path.startsWith('/') && !/[*?[%]/.test(path))
    .slice(0, mostFiles);
};

export const environmentFiles: ProbeKind = {
  ask: 'environment-files',
  about: 'files that EnvironmentFile= of a unit names without a leading dash; those with wildcards do not count',
  params: { name: 'text' },
  facts: { count: 'number', missing: 'number', first: 'text' },
  command: (query) => `systemctl show ${quoteWord(param(query, 'name'))} -p EnvironmentFiles`,
  *inquire(query, scene) {
    const unit = yield* unitOf(param(query, 'name'), scene);
    if (!isUnit(unit)) return unit;
    if (property(unit, 'LoadState') === 'not-found') return { known: false, why: 'absent' };
    const paths = mandatory(unit);
    const stats = yield* askEach(paths.map((path) => ({ read: 'stat', path }) as const));
    const missing = paths.filter((_, index) => {
      const stat = stats[index];
      return stat?.known === true && !stat.exists;
    });
    const sure = missing.length > 0 || stats.every(({ known }) => known);
    return {
      known: true,
      facts: {
        count: paths.length,
        ...(sure && { missing: missing.length }),
        ...(missing[0] !== undefined && { first: missing[0] }),
      },
    };
  },
};
