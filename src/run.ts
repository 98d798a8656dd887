import type { Readable, Writable } from 'node:stream';
import type { ExitCode } from './exit-code.ts';
import type { Options } from './options.ts';

/** The outside world, as the verbs see it: handed in, so that tests can be it. */
export interface World {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: number;
}

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
