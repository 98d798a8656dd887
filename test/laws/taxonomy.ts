import { readFileSync } from 'node:fs';

const ids = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^- ([a-z]+\/[a-z0-9-]+): /gm)].map((found) => found[1] ?? '');

/** Every root cause that there is to know. */
export const taxonomy = ids('rules/TAXONOMY.md').filter((id) => !id.startsWith('none/'));

/** Those that have no rule yet, each with its reason. */
export const missing = ids('rules/missing.md');
