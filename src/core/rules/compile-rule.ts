import { commandFor } from '../probes/index.ts';
import type { Check, Exception, Fix, Level, Pattern, Rule, Speaker, Symptom, Test, Weight } from '../types.ts';
import { placeholders } from './captures.ts';
import { asTests } from './check-checks.ts';

/** Derives what the scan needs from a pattern: bounded repeats, and its literals. */
export type PatternCompiler = (source: string) => Pattern;

interface RawSymptom {
  readonly line: string;
  readonly weight?: Weight;
  readonly level?: Level;
  readonly from?: readonly Speaker[];
  readonly captures?: Symptom['captures'];
  readonly with?: string;
}

/** A rule as it is written: what checkRule has found nothing wrong with. */
export interface RawRule extends Omit<Rule, 'symptoms' | 'unless' | 'checks' | 'fixes'> {
  readonly symptoms: readonly RawSymptom[];
  readonly unless?: readonly { readonly line: string; readonly scope?: 'line' | 'attempt' }[];
  readonly checks?: readonly {
    readonly query: Check['query'];
    readonly confirms?: unknown;
    readonly refutes?: unknown;
    readonly given?: { readonly query: Check['query']; readonly holds: unknown };
  }[];
  readonly fixes: readonly Fix[];
}

const compileSymptom = (raw: RawSymptom, compile: PatternCompiler): Symptom => ({
  ...compile(raw.line),
  weight: raw.weight ?? 'states',
  level: raw.level ?? 'error',
  ...(raw.from && { from: raw.from }),
  ...(raw.captures && { captures: raw.captures }),
  ...(raw.with !== undefined && { with: compile(raw.with) }),
});

/** What a person types, where it does not hang on what the log names: then no start has to load the probes for it. */
const commandOf = (query: Check['query']): Pick<Check, 'command'> => {
  const command = placeholders(JSON.stringify(query)).length > 0 ? undefined : commandFor(query);
  return command === undefined ? {} : { command };
};

const compileCheck = (raw: NonNullable<RawRule['checks']>[number]): Check => ({
  query: raw.query,
  ...commandOf(raw.query),
  ...(raw.confirms !== undefined && { confirms: asTests(raw.confirms) as readonly Test[] }),
  ...(raw.given && { given: { query: raw.given.query, holds: asTests(raw.given.holds) as readonly Test[] } }),
  ...(raw.refutes !== undefined && { refutes: asTests(raw.refutes) as readonly Test[] }),
});

export const compileRule = (raw: RawRule, compile: PatternCompiler): Rule => {
  const { symptoms, unless, checks, ...rest } = raw;
  return {
    ...rest,
    symptoms: symptoms.map((symptom) => compileSymptom(symptom, compile)),
    ...(unless && {
      unless: unless.map(({ line, scope }): Exception => ({ ...compile(line), scope: scope ?? 'line' })),
    }),
    ...(checks && { checks: checks.map(compileCheck) }),
  };
};
