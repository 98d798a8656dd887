import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { LabError } from './can-run.ts';
import { cacheDir } from './places.ts';
import type { Suite } from './suites.ts';

/** Raise it when customise() below changes. */
const recipe = 2;

const keyOf = ({ name, packages, aptOptions }: Suite): string =>
  `${name}-${createHash('sha256')
    .update(JSON.stringify([recipe, packages, aptOptions]))
    .digest('hex')
    .slice(0, 10)}`;

const locales = ['en_US.UTF-8', 'ko_KR.UTF-8', 'de_DE.UTF-8', 'ja_JP.UTF-8'];

const customise = (): string[] => [
  ...locales.map((locale) => `chroot "$1" localedef -i ${locale.split('.')[0]} -f UTF-8 ${locale}`),
  'mkdir -p "$1/lab" "$1/var/log/journal"',
  // there for one fault, and in the way of the others
  'chroot "$1" systemctl disable firewalld',
];

const bootstrap = async ({ name, packages, aptOptions }: Suite, target: string): Promise<void> => {
  await execa('mmdebstrap', [
    '--variant=minbase',
    '--quiet',
    `--include=${packages.join(',')}`,
    ...aptOptions.map((option) => `--aptopt=${option}`),
    ...customise().map((command) => `--customize-hook=${command}`),
    name,
    target,
  ]);
};

/** A build that was killed leaves its folder; nobody else builds the same suite for an hour. */
const dropLeftovers = async (cache: string, key: string): Promise<void> => {
  for (const entry of await readdir(cache)) {
    const builder = entry.startsWith(`${key}.building-`) ? entry.split('-').at(-2) : undefined;
    if (builder !== undefined && !existsSync(`/proc/${builder}`))
      await rm(join(cache, entry), { recursive: true, force: true });
  }
};

/** Where the base of a suite lies, or would lie. */
export const basePath = (suite: Suite): string => (suite.name === 'host' ? '/' : join(cacheDir(), keyOf(suite)));

/** The root file system of a suite: made once, in a folder of its own, and renamed when it is whole. */
export const ensureBase = async (suite: Suite, say: (line: string) => void): Promise<string> => {
  const base = basePath(suite);
  if (existsSync(base)) return base;
  const cache = cacheDir();
  await mkdir(cache, { recursive: true });
  await dropLeftovers(cache, keyOf(suite));
  say(`making the root file system of ${suite.name}`);
  const temporary = await mkdtemp(join(cache, `${keyOf(suite)}.building-${process.pid}-`));
  try {
    await bootstrap(suite, join(temporary, 'root'));
    await rename(join(temporary, 'root'), base).catch((error: unknown) => {
      if (!existsSync(base)) throw error;
    });
  } catch (error) {
    throw new LabError(`the root file system of ${suite.name} cannot be made: ${String(error)}`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return base;
};
