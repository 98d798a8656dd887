import type { Options } from './options.ts';
import { diagnose } from './verbs/diagnose.ts';
import type { World } from './world.ts';

/** The diagnosis is at hand at once, the other verbs load when they are asked for. The exit status: src/exit-code.ts, or that of the command which was run. */
export const run = async (options: Options, world: World): Promise<number> => {
  switch (options.verb) {
    case 'help':
    case 'version':
      return (await import('./verbs/help.ts')).help(options, world);
    case 'run':
      return (await import('./verbs/run-command.ts')).runCommandVerb(options, world);
    case 'fix':
      return (await import('./verbs/fix.ts')).fix(options, world);
    case 'undo':
      return (await import('./verbs/undo.ts')).undo(options, world);
    case 'causes':
      return (await import('./verbs/causes.ts')).causes(options, world);
    case 'explain':
      return (await import('./verbs/explain.ts')).explain(options, world);
    case 'rules':
      return (await import('./verbs/rules.ts')).rules(options, world);
    case 'diagnose':
      return diagnose(options, world);
  }
};
