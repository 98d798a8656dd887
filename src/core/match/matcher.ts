import { headOf } from '../read/cut.ts';
import { fitsCapture } from '../rules/captures.ts';
import { prefixForm } from '../rules/prefix-form.ts';
import type { Captures, CauseId, Entry, Exception, Hit, Level, Pattern, Rule, Symptom } from '../types.ts';
import { createNeedles } from './needles.ts';
import { windowAt } from './window.ts';

/** What the rules see in one entry. */
export interface Matched {
  readonly hits: readonly Hit[];
  /** Rules whose `with` or `unless` looks for this line in the attempt. */
  readonly aside: boolean;
}

interface Target {
  readonly rule: Rule;
  readonly pattern: Pattern;
  /** Index of the symptom; -1 for `with` and `unless`. */
  readonly symptom: number;
}

const rank: Readonly<Record<Level, number>> = { debug: 0, info: 1, warning: 2, error: 3, fatal: 4 };

const countsAt = (symptom: Symptom, entry: Entry): boolean =>
  entry.level === undefined || rank[entry.level] >= rank[symptom.level];

const saidBy = (symptom: Symptom, entry: Entry): boolean =>
  symptom.from === undefined || entry.speaker === 'unknown' || symptom.from.includes(entry.speaker);

/** Container output and unknown programs are never evidence. */
const isWitness = (entry: Entry): boolean => entry.speaker !== 'container' && entry.speaker !== 'other';

const targetsOf = (rules: readonly Rule[]): readonly Target[] =>
  rules.flatMap((rule) => [
    ...rule.symptoms.map((pattern, symptom) => ({ rule, pattern, symptom })),
    ...rule.symptoms.flatMap((one) => (one.with ? [{ rule, pattern: one.with, symptom: -1 }] : [])),
    ...(rule.unless ?? [])
      .filter(({ scope }) => scope === 'attempt')
      .map((pattern) => ({ rule, pattern, symptom: -1 })),
  ]);

const compiled = new Map<string, RegExp>();

/** A pattern is compiled when its first literal is seen, most never. */
export const regexpOf = (source: string): RegExp => {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const regexp = new RegExp(source, 'i');
  compiled.set(source, regexp);
  return regexp;
};

const isExcused = (rule: Rule, text: string): boolean =>
  (rule.unless ?? []).some((one: Exception) => one.scope === 'line' && regexpOf(one.line).test(text));

const capturesOf = (found: RegExpExecArray, symptom: Symptom): Captures =>
  Object.fromEntries(
    Object.entries(symptom.captures ?? {}).flatMap(([name, type]) => {
      const value = found.groups?.[name];
      return value !== undefined && fitsCapture(type, value) ? [[name, value] as const] : [];
    }),
  );

/** A wrapped message reads on with a blank or without one; nobody knows which. */
const readings = (entry: Entry): readonly string[] => {
  const { text, more = [] } = entry;
  if (more.length === 0) return [text];
  const joined = [text, ...more].join(' ');
  // a sentence that ended was not cut in the middle of a word
  const maybeCut = /[\w"'/-]$/.test(text) && /^[a-z0-9_/"'-]/.test(more[0] ?? '');
  return maybeCut ? [text, joined, [text, ...more].join('')] : [text, joined];
};

/** What stands before many messages: a cut line that shows no more says nothing. */
const wrapper =
  /^(?:(?:failed to start daemon|error starting daemon|docker|error response from daemon|unable to configure the docker daemon with file \S+|error initializing network controller|oci runtime (?:create|exec) failed): )+/i;

/** The shortest beginning of a message that still means something. */
const leastBeginning = 14;

/** A literal that stands in an overlong line more often than this is not looked at each time. */
const mostTries = 8;

/** `cut`: also look for messages whose end was cut off, which means looking at every pattern. */
export type Matcher = (entry: Entry, cut?: boolean) => Matched | undefined;

export const createMatcher = (rules: readonly Rule[]): Matcher => {
  const targets = targetsOf(rules);
  const byLiteral = new Map<string, number[]>();
  for (const [index, { pattern }] of targets.entries()) {
    for (const literal of pattern.literals) byLiteral.set(literal, [...(byLiteral.get(literal) ?? []), index]);
  }
  const literals = [...byLiteral.keys()];
  const needles = createNeedles(literals);

  const hitOf = (
    target: Target,
    entry: Entry,
    found: RegExpExecArray,
    from: number,
    partial: boolean,
  ): Hit | undefined => {
    const symptom = target.rule.symptoms[target.symptom];
    if (symptom === undefined || !countsAt(symptom, entry) || !saidBy(symptom, entry)) return undefined;
    return {
      rule: target.rule.id as CauseId,
      symptom: target.symptom,
      weight: symptom.weight,
      entry,
      captures: capturesOf(found, symptom),
      start: from + found.index,
      end: from + found.index + found[0].length,
      partial,
    };
  };

  /** `own`: the part of the text that is the entry's; a match wholly behind it is another entry's. */
  const matchText = (text: string, own: number, entry: Entry, hits: Map<string, Hit>): boolean => {
    const tried = new Map<number, number>();
    let aside = false;
    needles.find(text.toLowerCase(), (literal, at) => {
      for (const index of byLiteral.get(literals[literal] ?? '') ?? []) {
        const target = targets[index];
        const times = tried.get(index) ?? 0;
        if (target === undefined || times >= mostTries) continue;
        const window = windowAt(text, at);
        tried.set(index, window.text.length === text.length ? mostTries : times + 1);
        const found = regexpOf(target.pattern.line).exec(window.text);
        if (found === null || window.from + found.index >= own) continue;
        tried.set(index, mostTries);
        if (target.symptom === -1) aside = true;
        else if (!isExcused(target.rule, window.text)) {
          const hit = hitOf(target, entry, found, window.from, false);
          if (hit !== undefined) hits.set(`${hit.rule} ${hit.symptom}`, hit);
        }
      }
    });
    return aside;
  };

  /** The text ends where a pager cut it: its beginning must do. */
  const matchBeginning = (entry: Entry, hits: Map<string, Hit>): void => {
    const head = headOf(entry.text).slice(-2048).replace(wrapper, '');
    for (const target of targets) {
      if (target.symptom === -1) continue;
      const found = regexpOf(prefixForm(target.pattern.line)).exec(head);
      if (found === null || found[0].length < leastBeginning || found.index + found[0].length < head.length) continue;
      const hit = isExcused(target.rule, head) ? undefined : hitOf(target, entry, found, 0, true);
      const key = `${target.rule.id} ${target.symptom}`;
      if (hit !== undefined && !hits.has(key)) hits.set(key, hit);
    }
  };

  return (entry, cut = true) => {
    if (!isWitness(entry) || entry.text === '') return undefined;
    const hits = new Map<string, Hit>();
    let aside = false;
    for (const text of readings(entry)) aside = matchText(text, entry.text.length, entry, hits) || aside;
    // what systemd says of a unit's end is no beginning of a cause
    if (cut && entry.cut !== undefined && entry.speaker !== 'systemd') matchBeginning(entry, hits);
    return hits.size > 0 || aside ? { hits: [...hits.values()], aside } : undefined;
  };
};
