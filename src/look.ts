import type { Options } from './options.ts';
import type { ReportOptions } from './report/index.ts';
import type { World } from './world.ts';

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** https://no-color.org, and the FORCE_COLOR of the Node world. */
const colour = ({ color }: Options, { env, stdout }: World): boolean => {
  if (color !== 'auto') return color === 'always';
  if (isSet(env['NO_COLOR'])) return false;
  if (isSet(env['FORCE_COLOR'])) return env['FORCE_COLOR'] !== '0';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
};

/** A terminal says what it can; a file or a pipe takes Unicode. */
const unicode = ({ env, stdout }: World): boolean => {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  if (env['TERM'] === 'linux') return false;
  return stdout.isTTY !== true || /utf-?8/i.test(locale);
};

export const lookOf = (options: Options, world: World): ReportOptions => ({
  colour: colour(options, world),
  unicode: unicode(world),
  width: Math.min(Math.max(world.stdout.columns ?? (Number(world.env['COLUMNS']) || 80), 40), 100),
});
