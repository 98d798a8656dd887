import { UsageError } from '../errors.ts';
import type { ExitCode } from '../exit-code.ts';
import { lookOf } from '../look.ts';
import { nearest } from '../nearest.ts';
import type { Options } from '../options.ts';
import { explainCause } from '../report/index.ts';
import { shippedRules } from '../rulebook/load.ts';
import type { World } from '../world.ts';

/** docker-why explain CAUSE; the slug alone will do where it is unique. */
export const explain = (options: Options, world: World): ExitCode => {
  const [name, second] = options.operands;
  if (name === undefined || second !== undefined) {
    throw new UsageError('explain takes one cause', 'for example: docker-why explain userns/subid-range-missing');
  }
  const all = shippedRules();
  const bySlug = all.filter(({ id }) => id === name || id.split('/')[1] === name);
  const [rule] = bySlug;
  if (rule === undefined || bySlug.length > 1) {
    const near =
      nearest(
        name,
        all.map(({ id }) => id),
      ) ?? bySlug[0]?.id;
    throw new UsageError(
      `no cause is called ${name}`,
      near ? `did you mean ${near}?` : 'docker-why causes lists them all',
    );
  }
  world.stdout.write(explainCause(rule, lookOf(options, world)));
  return 0;
};
