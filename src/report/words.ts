import { fill, placeholders } from '../core/rules/captures.ts';
import { quoteWord } from '../core/shell-words.ts';
import type { Captures, Evidence, Fix, Risk, Scalar, Test, UnknownReason, When } from '../core/types.ts';

/** A sentence of a rule with what the log named in it; `<name>` where the log did not. */
export const told = (text: string, captures: Captures): string => filledWith(text, captures, (name) => `<${name}>`);

/** The same for a command to copy: each name is one word of a shell. */
export const toldCommand = (text: string, captures: Captures): string => {
  const words = Object.fromEntries(Object.entries(captures).map(([name, value]) => [name, quoteWord(value)]));
  return filledWith(text, words, (name) => quoteWord(`<${name}>`));
};

/** The same for machines: what the log did not name stays `{name}`. */
export const toldOpen = (text: string, captures: Captures): string => filledWith(text, captures, (name) => `{${name}}`);

const filledWith = (text: string, captures: Captures, missing: (name: string) => string): string => {
  const names = Object.fromEntries(placeholders(text).map((name) => [name, missing(name)]));
  return fill(text, { ...names, ...captures }) ?? text;
};

/** `a, b and c` */
export const listed = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const risks: Readonly<Record<Risk, string>> = {
  safe: 'Safe: nothing that runs is touched.',
  restarts: 'Docker is restarted.',
  data: 'Data can be lost: read it to the end before you begin.',
  security: 'This weakens a protection: decide whether you want that.',
};

/** What a fix costs, in plain words. */
export const costOf = ({ risk, cost }: Fix): string => {
  if (cost === undefined) return risks[risk];
  const said = risk === 'safe' || (risk === 'restarts' && /restart/i.test(cost));
  return said ? `Cost: ${cost}` : `${risks[risk]} Cost: ${cost}`;
};

const distributions: Readonly<Record<string, string>> = {
  debian: 'Debian',
  ubuntu: 'Ubuntu',
  rhel: 'RHEL',
  centos: 'CentOS',
  fedora: 'Fedora',
  suse: 'SUSE',
  alpine: 'Alpine',
  arch: 'Arch',
  amzn: 'Amazon Linux',
};

/** Where a fix applies; nothing where it applies everywhere. */
const whenWords = (when: When | undefined, isKnown: boolean): string => {
  if (when === undefined) return '';
  // a host that was asked was left only with what fits it
  if (isKnown) return '';
  const { distro = [], version = [], docker, rootless } = when;
  const systems = listed(
    distro.map((name) => distributions[name] ?? name),
    'or',
  );
  return [
    [systems, listed(version, 'or')].filter(Boolean).join(' '),
    docker?.from === undefined ? '' : `Docker from ${docker.from}`,
    docker?.below === undefined ? '' : `Docker before ${docker.below}`,
    rootless === undefined ? '' : rootless ? 'rootless' : 'not rootless',
  ]
    .filter(Boolean)
    .join(', ');
};

/** The title of a fix, and where it applies, if the title does not say so itself. */
export const fixTitle = (fix: Fix, captures: Captures, distro: readonly string[] = []): string => {
  const title = told(fix.title, captures);
  const when = whenWords(fix.when, distro.length > 0);
  return when === '' || title.toLowerCase().includes(when.toLowerCase()) ? title : `${title} (${when})`;
};

const scalar = (value: Scalar): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : value === '' ? 'empty' : String(value);

const testWords = ({ fact, is, not, below, from, in: any }: Test): string => {
  const parts = [
    is === undefined ? '' : `is ${scalar(is)}`,
    not === undefined ? '' : `is not ${scalar(not)}`,
    below === undefined ? '' : `is below ${below}`,
    from === undefined ? '' : `is at least ${from}`,
    any === undefined ? '' : `is ${listed(any.map(scalar), 'or')}`,
  ];
  return `"${fact}" ${listed(parts.filter(Boolean))}`;
};

export const testsWords = (tests: readonly Test[]): string => listed(tests.map(testWords));

/** `ranges 0, exists yes`; the facts that a test names come first, and alone where there are any. */
export const factsWords = (facts: Readonly<Record<string, Scalar>>, told: readonly string[]): string => {
  const names = told.filter((name) => facts[name] !== undefined);
  const shown = names.length > 0 ? [...new Set(names)] : Object.keys(facts).slice(0, 4);
  return shown.map((name) => `${name}: ${scalar(facts[name] ?? '')}`).join(', ');
};

export const unknownWords: Readonly<Record<UnknownReason, string>> = {
  denied: 'not allowed to look; as root it may be answered',
  timeout: 'no answer in time',
  'no-such-tool': 'the program that would tell is not there',
  absent: 'not to be found there, which proves nothing',
  'not-asked': 'not asked',
  unreadable: 'the answer could not be read',
};

export const cutWords = ({ cut }: Evidence): string =>
  cut === undefined
    ? ''
    : `The ${cut === 'end' ? 'end' : 'middle'} of this line was cut off when it was printed; with --no-pager --full it is whole.`;
