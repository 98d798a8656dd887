import { UsageError } from '../errors.ts';
import type { ExitCode } from '../exit-code.ts';
import { lookOf } from '../look.ts';
import type { Options } from '../options.ts';
import { listCauses } from '../report/index.ts';
import { shippedRules } from '../rulebook/load.ts';
import type { World } from '../world.ts';

/** docker-why causes [GLOB...] */
export const causes = async (options: Options, world: World): Promise<ExitCode> => {
  const all = shippedRules();
  const globs = options.operands;
  const micromatch = globs.length === 0 ? undefined : (await import('micromatch')).default;
  const chosen = all.filter(({ id }) => micromatch === undefined || micromatch.isMatch(id, [...globs]));
  if (chosen.length === 0) {
    throw new UsageError(
      `no cause matches ${globs.join(' ')}`,
      "docker-why causes lists them all; globs look like 'userns/*'",
    );
  }
  if (options.format === 'json')
    world.stdout.write(
      `${JSON.stringify(
        chosen.map(({ id, title }) => ({ cause: id, title })),
        null,
        2,
      )}\n`,
    );
  else world.stdout.write(listCauses(chosen, lookOf(options, world)));
  return 0;
};
