import { headOf } from '../read/cut.ts';
import { fitsCapture } from '../rules/captures.ts';
import { prefixForm } from '../rules/prefix-form.ts';
import { type Accuser, type Shelf, shelfOf } from '../rules/shelf.ts';
import type { Captures, CauseId, Entry, Exception, Hit, Level, Rule, Symptom } from '../types.ts';
import { createBeginnings, leastBeginning } from './beginnings.ts';
import { createPlaces } from './places.ts';
import { createScanner, type Scanner } from './scanner.ts';
import { patternOf, type Signs, signsOf, type Target } from './signs.ts';
import { windowAt } from './window.ts';

/** What the rules see in one entry. */
export interface Matched {
  readonly hits: readonly Hit[];
  /** Rules whose `with` or `unless` looks for this line in the attempt. */
  readonly aside: boolean;
}

const rank: Readonly<Record<Level, number>> = { debug: 0, info: 1, warning: 2, error: 3, fatal: 4 };

const countsAt = (symptom: Symptom, entry: Entry): boolean =>
  entry.level === undefined || rank[entry.level] >= rank[symptom.level];

const saidBy = (symptom: Symptom, entry: Entry): boolean =>
  symptom.from === undefined || entry.speaker === 'unknown' || symptom.from.includes(entry.speaker);

/** What is looked for elsewhere in the attempt counts at any level, from anybody. */
const mayCount = (rule: Accuser, { kind, at }: Target, entry: Entry): boolean => {
  const symptom = kind === 'symptom' ? rule.symptoms[at] : undefined;
  return symptom === undefined || (countsAt(symptom, entry) && saidBy(symptom, entry));
};

/** Container output and unknown programs are never evidence. */
const isWitness = (entry: Entry): boolean => entry.speaker !== 'container' && entry.speaker !== 'other';

const compiled = new Map<string, RegExp>();

/** A pattern is compiled when its first literal is seen, most never. */
export const regexpOf = (source: string): RegExp => {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const regexp = new RegExp(source, 'i');
  compiled.set(source, regexp);
  return regexp;
};

/** Stands for a pattern that is not there. */
const never = '(?!)';

const beginnings = new Map<string, RegExp>();

/** The same for the form of a pattern that a message may begin with. */
const beginningOf = (source: string): RegExp => {
  const known = beginnings.get(source);
  if (known !== undefined) return known;
  const regexp = new RegExp(prefixForm(source), 'i');
  beginnings.set(source, regexp);
  return regexp;
};

const isExcused = (rule: Accuser, text: string): boolean =>
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

/** A literal that stands in an overlong line more often than this is not looked at each time. */
const mostTries = 8;

/** `cut`: also look for messages whose end was cut off, which means looking at every pattern. */
export type Matcher = (entry: Entry, cut?: boolean) => Matched | undefined;

export const openMatcher = (shelf: Shelf, signs: Signs, scanner: Scanner): Matcher => {
  const placesIn = createPlaces(scanner);
  const targets: Target[] = [];

  const targetAt = (index: number): Target => {
    const target = targets[index] ?? signs.target(index);
    targets[index] = target;
    return target;
  };

  const hitOf = (
    target: Target,
    entry: Entry,
    found: RegExpExecArray,
    from: number,
    partial: boolean,
  ): Hit | undefined => {
    const rule = shelf.accuser(target.rule);
    const symptom = rule.symptoms[target.at];
    if (symptom === undefined) return undefined;
    return {
      rule: rule.id as CauseId,
      symptom: target.at,
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
    placesIn(text, (literal, at) => {
      const indexes = signs.targetsOf(literal);
      for (let place = 0; place < indexes.length; place += 1) {
        const index = indexes[place] as number;
        const times = tried.get(index) ?? 0;
        if (times >= mostTries) continue;
        const target = targetAt(index);
        const rule = shelf.accuser(target.rule);
        if (!mayCount(rule, target, entry)) continue;
        const window = windowAt(text, at);
        tried.set(index, window.text.length === text.length ? mostTries : times + 1);
        const found = regexpOf(patternOf(rule, target)?.line ?? never).exec(window.text);
        if (found === null || window.from + found.index >= own) continue;
        tried.set(index, mostTries);
        if (target.kind !== 'symptom') aside = true;
        else if (!isExcused(rule, window.text)) {
          const hit = hitOf(target, entry, found, window.from, false);
          if (hit !== undefined) hits.set(`${hit.rule} ${hit.symptom}`, hit);
        }
      }
    });
    return aside;
  };

  const mayBegin = createBeginnings(shelf, signs);

  /** The text ends where a pager cut it: its beginning must do. */
  const matchBeginning = (entry: Entry, hits: Map<string, Hit>): void => {
    const head = headOf(entry.text).slice(-2048).replace(wrapper, '');
    for (const index of mayBegin(head)) {
      const target = targetAt(index);
      const rule = shelf.accuser(target.rule);
      if (!mayCount(rule, target, entry)) continue;
      const found = beginningOf(patternOf(rule, target)?.line ?? never).exec(head);
      if (found === null || found[0].length < leastBeginning || found.index + found[0].length < head.length) continue;
      // a single word may begin any message
      if (!/\S\s+\S/.test(found[0])) continue;
      const hit = isExcused(rule, head) ? undefined : hitOf(target, entry, found, 0, true);
      const key = `${rule.id} ${target.at}`;
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

export const createMatcher = (rules: readonly Rule[]): Matcher => {
  const signs = signsOf(rules);
  return openMatcher(shelfOf(rules), signs, createScanner(signs.tables));
};
