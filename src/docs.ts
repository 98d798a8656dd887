import { mkdirSync, writeFileSync } from 'node:fs';
import type { Rule } from './core/types.ts';
import { explainCause } from './report/index.ts';
import { shippedRules } from './rulebook/load.ts';

/**
 * npm run docs: one page of all causes with the messages that lead to them, so
 * that whoever searches for a message finds the page. Made from the built rules.
 */
const fence = (text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}\n${text.trimEnd()}\n${mark}`;
};

const section = (rule: Rule): string =>
  [
    `### <a id="${rule.id}"></a>${rule.id}`,
    rule.title.replaceAll('<', '&lt;'),
    'Messages:',
    fence(rule.examples.hit.join('\n')),
    fence(explainCause(rule, { colour: false, unicode: true, width: 100 })),
  ].join('\n\n');

const page = (rules: readonly Rule[]): string => {
  const groups = [...new Set(rules.map(({ id }) => id.split('/')[0] ?? ''))];
  const index = rules.map(({ id, title }) => `- [${id}](#${id}): ${title.replaceAll('<', '&lt;')}`).join('\n');
  const bodies = groups.map((group) => {
    const own = rules.filter(({ id }) => id.startsWith(`${group}/`));
    return `## ${group}\n\n${own.map(section).join('\n\n')}`;
  });
  return `# Why Docker fails: ${rules.length} root causes and their messages\n\n${index}\n\n${bodies.join('\n\n')}\n`;
};

const rules = shippedRules();
mkdirSync('dist', { recursive: true });
writeFileSync('dist/causes.md', page(rules));
console.log(`dist/causes.md: ${rules.length} causes`);
