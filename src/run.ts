import type { ExitCode } from './exit-code.ts';
import type { Options } from './options.ts';
import type { World } from './world.ts';

/** Verbs load when they are asked for. */
export const run = async (options: Options, world: World): Promise<ExitCode> => {
  switch (options.verb) {
    case 'help':
    case 'version':
      return (await import('./verbs/help.ts')).help(options, world);
    case 'causes':
      return (await import('./verbs/causes.ts')).causes(options, world);
    case 'explain':
      return (await import('./verbs/explain.ts')).explain(options, world);
    case 'rules':
      return (await import('./verbs/rules.ts')).rules(options, world);
    case 'diagnose':
      return (await import('./verbs/diagnose.ts')).diagnose(options, world);
  }
};
