import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pack } from '../core/match/pack.ts';
import { signsOf } from '../core/match/signs.ts';
import type { Rule } from '../core/types.ts';
import { bundle } from './bundle.ts';
import { ordinaryJournal } from './ordinary.ts';
import { ownRuleFiles, readRule } from './read-rules.ts';
import { ruleSchema } from './rule-schema.ts';

/** Made aside and put in place at once, so that a running program never sees half of it. */
const fresh = `dist.${process.pid}`;

/** Reads and compiles all rules; prints every problem with its place, and fails, but goes on with the others. */
const buildRules = (): readonly Rule[] => {
  const read = ownRuleFiles('rules').map(readRule);
  const problems = read.flatMap(({ file, problems }) =>
    problems.map(({ path, message }) => `${file}: ${path === '' ? '' : `${path}: `}${message}`),
  );
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
  }
  return read.flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
};

/** The rules as one JSON text, what the matcher wants of each in front; and where they stand in it. */
const written = (rules: readonly Rule[]): { readonly json: string; readonly places: readonly number[] } => {
  const places: number[] = [];
  const texts: string[] = [];
  let begin = 1;
  for (const { id, symptoms, unless, ...rest } of rules) {
    const front = JSON.stringify({ id, symptoms, unless }).slice(0, -1);
    const text = `${front},${JSON.stringify(rest).slice(1)}`;
    const end = begin + Buffer.byteLength(text);
    places.push(begin, begin + Buffer.byteLength(front), end);
    texts.push(text);
    begin = end + 1;
  }
  return { json: `[${texts.join(',')}]`, places };
};

const buildSigns = (rules: readonly Rule[], places: readonly number[]): Uint8Array => {
  const sample = new TextEncoder().encode(ordinaryJournal(2, 4000, 0.3));
  return pack({ signs: signsOf(rules, sample), ids: rules.map(({ id }) => id), places });
};

const rules = buildRules();
await bundle(fresh);
const { json, places } = written(rules);
writeFileSync(`${fresh}/rules.json`, json);
writeFileSync(`${fresh}/signs.bin`, buildSigns(rules, places));
writeFileSync(`${fresh}/rule.schema.json`, `${JSON.stringify(ruleSchema, null, 2)}\n`);
copyFileSync('src/report/docker-why.schema.json', `${fresh}/docker-why.schema.json`);
rmSync('dist', { recursive: true, force: true });
renameSync(fresh, 'dist');
console.log(`dist: ${rules.length} rules`);
