import type { Mark, Trial } from './fault/trial.ts';
import type { SuiteName } from './guest/suites.ts';

const glyph: Readonly<Record<Mark, string>> = { yes: '+', no: '-', unasked: '.' };
const columns = ['seen', 'log', 'journal', 'live', 'rotated', 'healed'] as const;

export const signs = (marks: readonly Mark[]): string => marks.map((mark) => glyph[mark]).join('');

const cellOf = (trial: Trial, hasRule: boolean): string =>
  columns
    .map((name) => (!hasRule && ['log', 'journal', 'live', 'rotated'].includes(name) ? '?' : signs([trial[name]])))
    .join('');

/** Why a trial fails the run; nothing where it passes. */
export const failureOf = (trial: Trial, hasRule: boolean): string | undefined => {
  if (trial.seen !== 'yes') return 'not seen';
  if (trial.healed !== 'yes') return 'not healed';
  if (!hasRule) return undefined;
  if (trial.log !== 'yes' && trial.fault.silent !== true) return 'not diagnosed from the log';
  if (trial.live !== 'yes' && trial.fault.live !== false) return 'not diagnosed live';
  if (trial.rotated === 'no' && trial.fault.rotated !== false) return 'not diagnosed live without its journal';
  return undefined;
};

const count = (trials: readonly Trial[], name: (typeof columns)[number]): number =>
  trials.filter((trial) => trial[name] === 'yes').length;

/** Faults down, suites across. */
export const gridOf = <Tried extends Pick<Trial, 'fault' | 'suite'>>(
  trials: readonly Tried[],
  suites: readonly SuiteName[],
  cell: (trial: Tried) => string,
): readonly string[] => {
  const ids = [...new Set(trials.map(({ fault }) => fault.id))].sort();
  const width = Math.max(5, ...ids.map((id) => id.length));
  const row = (head: string, cells: readonly string[]): string =>
    `${head.padEnd(width)}  ${cells.map((one) => one.padEnd(9)).join(' ')}`.trimEnd();
  const at = (id: string, suite: SuiteName): string => {
    const trial = trials.find(({ fault, suite: on }) => fault.id === id && on === suite);
    return trial === undefined ? '' : cell(trial);
  };
  return [
    row('fault', suites),
    ...ids.map((id) =>
      row(
        id,
        suites.map((suite) => at(id, suite)),
      ),
    ),
  ];
};

/** The table fault x suite. Six signs a cell: seen, log, journal, live, rotated, healed. */
export const tableOf = (
  trials: readonly Trial[],
  suites: readonly SuiteName[],
  rules: ReadonlySet<string>,
): readonly string[] => {
  const totals = columns.map((name) => `${name} ${count(trials, name)}`).join(', ');
  return [
    'signs: seen, from the log, from the journal alone, live, live without its journal, healed; + yes, - no, . not asked, ? no rule yet',
    ...gridOf(trials, suites, (trial) => cellOf(trial, rules.has(trial.fault.cause))),
    `of ${trials.length}: ${totals}`,
  ];
};
