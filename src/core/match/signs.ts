import type { Accuser } from '../rules/shelf.ts';
import type { Level, Pattern, Rule } from '../types.ts';
import { type Tables, tablesOf } from './tables.ts';

/** One pattern of one rule: a symptom, or what is looked for elsewhere in the attempt. */
export interface Target {
  /** Index of the rule. */
  readonly rule: number;
  readonly kind: 'symptom' | 'with' | 'unless';
  /** Index of the symptom (also of the one that has the `with`), or of the exception. */
  readonly at: number;
}

export const patternOf = (rule: Accuser, { kind, at }: Target): Pattern | undefined => {
  if (kind === 'unless') return rule.unless?.[at];
  return kind === 'with' ? rule.symptoms[at]?.with : rule.symptoms[at];
};

/** Words of Docker's own programs: a line with nothing else may be quiet (read/quiet.ts). */
const names = [
  'docker',
  'containerd',
  'rootlesskit',
  '/moby/',
  'moby-engine',
  'moby.service',
  'namespace=moby',
  'balena',
];

/** What marks begin with, and what journalctl says about a log that it could not show. */
const words = [
  'no entries',
  'permissions',
  "groups '",
  'suppressed',
  'level=fatal',
  'graphdriver',
  'start daemon',
  'starting daemon',
  'starting up',
  'completed initialization',
  'api listen on',
  'network controller',
  'your kernel does not support',
];

export type Loudness = 'any' | 'debug' | 'info' | 'warning';

/** What the rules look for in a log, as the scan needs it. */
export interface Signs {
  readonly tables: Tables;
  /** How many targets there are. */
  readonly count: number;
  readonly target: (index: number) => Target;
  /** The targets that may stand where a literal does; none for a word that is only of interest. */
  readonly targetsOf: (literal: number) => ArrayLike<number>;
  /** The first literal that may matter in a line of that level; `any`: in one without a level. */
  readonly telling: Readonly<Record<Loudness, number>>;
}

const targetsIn = (rules: readonly Rule[]): readonly Target[] =>
  rules.flatMap(({ symptoms, unless = [] }, rule): readonly Target[] => [
    ...symptoms.map((_, at): Target => ({ rule, kind: 'symptom', at })),
    ...symptoms.flatMap((one, at): readonly Target[] => (one.with ? [{ rule, kind: 'with', at }] : [])),
    ...unless.flatMap(({ scope }, at): readonly Target[] =>
      scope === 'attempt' ? [{ rule, kind: 'unless', at }] : [],
    ),
  ]);

const rank: Readonly<Record<Level, number>> = { debug: 0, info: 1, warning: 2, error: 3, fatal: 4 };

/** The least level at which a target counts; what is looked for elsewhere in the attempt counts at any. */
const leastRank = (rules: readonly Rule[], { rule, kind, at }: Target): number =>
  kind === 'symptom' ? rank[rules[rule]?.symptoms[at]?.level ?? 'debug'] : 0;

const byLiteralOf = (rules: readonly Rule[], targets: readonly Target[]): ReadonlyMap<string, readonly number[]> => {
  const byLiteral = new Map<string, number[]>();
  for (const [index, target] of targets.entries()) {
    const rule = rules[target.rule];
    for (const literal of (rule && patternOf(rule, target))?.literals ?? []) {
      const before = byLiteral.get(literal);
      if (before === undefined) byLiteral.set(literal, [index]);
      else before.push(index);
    }
  }
  return byLiteral;
};

interface Ranked {
  readonly literal: string;
  readonly targets: readonly number[];
  /** Names stand first, then the literals that matter in errors only, last those that always matter. */
  readonly rank: number;
}

const rankedLiterals = (rules: readonly Rule[], targets: readonly Target[]): readonly Ranked[] => {
  const byLiteral = byLiteralOf(rules, targets);
  const ranked: Ranked[] = [...byLiteral].map(([literal, indexes]) => ({
    literal,
    targets: indexes,
    rank: words.includes(literal) ? 0 : Math.min(...indexes.map((index) => leastRank(rules, targets[index] as Target))),
  }));
  const without = (some: readonly string[], at: number): readonly Ranked[] =>
    some.filter((one) => !byLiteral.has(one)).map((literal) => ({ literal, targets: [], rank: at }));
  return [...without(names, 5), ...ranked, ...without(words, 0)].sort((one, other) => other.rank - one.rank);
};

/** `sample`: ordinary text, which the scan is to pass over quickly. */
export const signsOf = (rules: readonly Rule[], sample?: Uint8Array): Signs => {
  const targets = targetsIn(rules);
  const ranked = rankedLiterals(rules, targets);
  const tables = tablesOf(
    ranked.map(({ literal }) => literal),
    sample,
  );
  const from = (most: number): number => ranked.filter((one) => one.rank > most).length;
  return {
    tables,
    count: targets.length,
    target: (index) => targets[index] as Target,
    targetsOf: (literal) => ranked[literal]?.targets ?? [],
    telling: { any: from(4), warning: from(2), info: from(1), debug: from(0) },
  };
};
