import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LabError } from '../guest/can-run.ts';
import { copyPrefix, runDir } from '../guest/places.ts';

export interface Tool {
  readonly node: string;
  /** A folder like an installed package: package.json and dist/. */
  readonly app: string;
}

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
/** A copy of what `npm run build` made, so that a build during the run does not change what is measured. */
export const takeTool = async (): Promise<Tool> => {
  if (!existsSync(join(checkout, 'dist/cli.js')))
    throw new LabError('dist/cli.js is not there: npm run build comes first');
  await mkdir(runDir, { recursive: true });
  const app = join(runDir, `${copyPrefix}${process.pid}`);
  for (const name of ['package.json', 'dist']) await cp(join(checkout, name), join(app, name), { recursive: true });
  return { node: process.execPath, app };
};

export const dropTool = async ({ app }: Tool): Promise<void> => rm(app, { recursive: true, force: true });

export const causesWithRule = ({ app }: Tool): ReadonlySet<string> => {
  const rules = JSON.parse(readFileSync(join(app, 'dist/rules.json'), 'utf8')) as readonly { readonly id: string }[];
  return new Set(rules.map(({ id }) => id));
};
