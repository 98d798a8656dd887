import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rule } from '../../src/core/types.ts';
import {
  createDice,
  createStamps,
  type Dice,
  dockerLine,
  hostLine,
  ordinaryJournal,
} from '../../src/rulebook/ordinary.ts';

/** Bytes, lines and tickets; the short form reads less. */
export interface Sizes {
  readonly mixed: number;
  readonly docker: number;
  readonly hostile: number;
  readonly line: number;
  readonly tickets: number;
  readonly packed: number;
}

const mega = 1_000_000;

export const fullSizes: Sizes = {
  mixed: 300 * mega,
  docker: 100 * mega,
  hostile: 50 * mega,
  line: 30 * mega,
  tickets: 10_000,
  packed: 100 * mega,
};

export const shortSizes: Sizes = {
  mixed: 30 * mega,
  docker: 20 * mega,
  hostile: 10 * mega,
  line: 10 * mega,
  tickets: 500,
  packed: 10 * mega,
};

/** What the programs read: made once, the same on every machine. */
export interface Inputs {
  readonly folder: string;
  readonly rules: readonly Rule[];
}

/** Another number for other inputs. */
const edition = 1;

const fill = (path: string, bytes: number, next: () => string): void => {
  const file = openSync(path, 'w');
  for (let size = 0; size < bytes; ) {
    let text = '';
    while (text.length < 4 * mega && size + text.length < bytes) text += next();
    size += writeSync(file, text);
  }
  closeSync(file);
};

/** An example of a rule as a line of a journal. */
const hitLine = (dice: Dice, stamp: () => string, rules: readonly Rule[]): string => {
  const text = dice.pick(dice.pick(rules).examples.hit);
  return text
    .split('\n')
    .map((line) => (/^\w{3} {1,2}\d/.test(line) ? line : `${stamp()}dockerd[4711]: ${line}`))
    .join('\n');
};

/** `docker`, `hits`: how many of the lines are Docker's, and how many say that something is wrong; from 0 to 1. */
const journal = (seed: number, docker: number, hits: number, rules: readonly Rule[]): (() => string) => {
  const dice = createDice(seed);
  const stamp = createStamps(dice);
  return () => {
    const roll = dice.roll();
    if (roll < hits) return `${hitLine(dice, stamp, rules)}\n`;
    return `${stamp()}${roll < hits + docker ? dockerLine(dice) : hostLine(dice)}\n`;
  };
};

/** Every line holds what a rule looks for, and nearly none is what it means. */
const hostile = (rules: readonly Rule[]): (() => string) => {
  const dice = createDice(5);
  const stamp = createStamps(dice);
  const literals = rules.flatMap(({ symptoms }) => symptoms.flatMap((symptom) => symptom.literals));
  return () => `${stamp()}dockerd[4711]: ${dice.hex(8)} ${dice.pick(literals)} ${dice.hex(24)}\n`;
};

const ticket = (seed: number, rules: readonly Rule[]): string => {
  const line = journal(seed, 0.9, 0.03, rules);
  const lines = Array.from({ length: 30 }, line).join('');
  return `# Docker does not start\n\nSince this morning. The log:\n\n\`\`\`\n${lines}\`\`\`\n\nThanks!\n`;
};

/** A log of one failure, as it is piped in a thousand times a day. */
const smallLog = (rules: readonly Rule[]): string => {
  const rule = rules.find(({ id }) => id === 'userns/subid-range-missing') ?? rules[0];
  const stamp = createStamps(createDice(9));
  return `${ordinaryJournal(8, 60, 0.3)}${stamp()}dockerd[4711]: ${rule?.examples.hit[0]}\n${ordinaryJournal(9, 20, 0.3)}`;
};

const makeTickets = (folder: string, count: number, rules: readonly Rule[]): void => {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(folder, `${String(index).padStart(5, '0')}.md`), ticket(index, rules));
};

/** Makes what is not there yet; the folder stays for the next time. */
export const makeInputs = (sizes: Sizes, rules: readonly Rule[]): Inputs => {
  const folder = join(tmpdir(), `docker-why-bench-${edition}-${sizes.mixed / mega}`);
  if (existsSync(folder)) return { folder, rules };
  const fresh = `${folder}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const at = (name: string): string => join(fresh, name);
  writeFileSync(at('small.log'), smallLog(rules));
  fill(at('mixed.log'), sizes.mixed, journal(1, 0.05, 0.003, rules));
  fill(at('docker.log'), sizes.docker, journal(2, 0.95, 0.01, rules));
  fill(at('hostile.log'), sizes.hostile, hostile(rules));
  fill(at('lines.log'), sizes.line, journal(3, 0.05, 0.003, rules));
  const oneLine = journal(3, 0.05, 0.003, rules);
  fill(at('line.log'), sizes.line, () => oneLine().replaceAll('\n', ' '));
  fill(at('packed.log'), sizes.packed, journal(4, 0.05, 0.003, rules));
  makeTickets(at('tickets'), sizes.tickets, rules);
  const literals = new Set(rules.flatMap(({ symptoms }) => symptoms.flatMap((symptom) => symptom.literals)));
  writeFileSync(at('literals'), `${[...literals].join('\n')}\n`);
  renameSync(fresh, folder);
  return { folder, rules };
};
