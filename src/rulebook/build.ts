import { mkdirSync, writeFileSync } from 'node:fs';
import { readRule, ruleFiles } from './read-rules.ts';

const read = ruleFiles('rules')
  .filter((file) => !file.endsWith('.schema.json'))
  .map(readRule);
for (const { file, problems } of read) {
  for (const { path, message } of problems) console.error(`${file}: ${path === '' ? '' : `${path}: `}${message}`);
}
console.log(`${read.filter((one) => one.rule).length} rules`);
mkdirSync('dist', { recursive: true });
writeFileSync('dist/rules.json', JSON.stringify(read.flatMap(({ rule }) => (rule ? [rule] : []))));
if (read.some((one) => one.problems.length > 0)) process.exitCode = 1;
