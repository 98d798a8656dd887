import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Rule } from '../core/types.ts';
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

/** Heavy packages become chunks of their own, loaded by import() when they are needed. */
const bundle = () =>
  build({
    entryPoints: { cli: 'src/cli.ts' },
    outdir: fresh,
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    // jsonc-parser's main file is for another kind of loader
    mainFields: ['module', 'main'],
    target: 'node20',
    format: 'esm',
    chunkNames: 'chunks/[name]-[hash]',
    // packages written for require() find it in an ESM bundle too
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });

const rules = buildRules();
mkdirSync(fresh);
await bundle();
writeFileSync(`${fresh}/rules.json`, JSON.stringify(rules));
writeFileSync(`${fresh}/rule.schema.json`, `${JSON.stringify(ruleSchema, null, 2)}\n`);
copyFileSync('src/report/docker-why.schema.json', `${fresh}/docker-why.schema.json`);
rmSync('dist', { recursive: true, force: true });
renameSync(fresh, 'dist');
console.log(`dist: ${rules.length} rules`);
