import { readFileSync } from 'node:fs';

interface Package {
  readonly version: string;
}

/** package.json stands one folder above, in the checkout and in the installed package. */
export const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Package)
  .version;
