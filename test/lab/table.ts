import type { Mark, Trial } from './fault/trial.ts';
import type { SuiteName } from './guest/suites.ts';

const glyph: Readonly<Record<Mark, string>> = { yes: '+', no: '-', unasked: '.' };
const columns = ['seen', 'log', 'journal', 'live', 'healed'] as const;

const cell = (trial: Trial | undefined, hasRule: boolean): string => {
  if (trial === undefined) return '     ';
  return columns
    .map((name) => (!hasRule && ['log', 'journal', 'live'].includes(name) ? '?' : glyph[trial[name]]))
    .join('');
};

/** Why a trial fails the run; nothing where it passes. */
export const failureOf = (trial: Trial, hasRule: boolean): string | undefined => {
  if (trial.seen !== 'yes') return 'not seen';
  if (trial.healed !== 'yes') return 'not healed';
  if (!hasRule) return undefined;
  if (trial.log !== 'yes' && trial.fault.silent !== true) return 'not diagnosed from the log';
  if (trial.live !== 'yes' && trial.fault.live !== false) return 'not diagnosed live';
  return undefined;
};

const count = (trials: readonly Trial[], name: (typeof columns)[number]): number =>
  trials.filter((trial) => trial[name] === 'yes').length;

/** The table fault x suite. Five signs a cell: seen, log, journal, live, healed. */
export const tableOf = (
  trials: readonly Trial[],
  suites: readonly SuiteName[],
  rules: ReadonlySet<string>,
): readonly string[] => {
  const ids = [...new Set(trials.map(({ fault }) => fault.id))].sort();
  const width = Math.max(5, ...ids.map((id) => id.length));
  const row = (id: string): string => {
    const cells = suites.map((suite) => {
      const trial = trials.find(({ fault, suite: on }) => fault.id === id && on === suite);
      return cell(trial, trial === undefined || rules.has(trial.fault.cause)).padEnd(9);
    });
    return `${id.padEnd(width)}  ${cells.join(' ')}`.trimEnd();
  };
  const totals = columns.map((name) => `${name} ${count(trials, name)}`).join(', ');
  return [
    'signs: seen, from the log, from the journal alone, live, healed; + yes, - no, . not reached, ? no rule yet',
    `${'fault'.padEnd(width)}  ${suites.map((suite) => suite.padEnd(9)).join(' ')}`.trimEnd(),
    ...ids.map(row),
    `of ${trials.length}: ${totals}`,
  ];
};
